/** The text twin: one page for the screen that says what all sheets of the pack say. */
import type { Session } from '../session/session.js';
import type { FileOrder } from './order.js';
import type { Words } from './words.js';

export function twinOf({ workshop }: Session, { twin }: Words): FileOrder {
  const name = twin.title;
  return { path: 'pack.html', part: 'twin', name, title: `${name}: ${workshop.title}`, sheets: [] };
}
