/** Texts as YAML or JSON writes them, with quotes only where they are needed. */
import { Document, Scalar } from 'yaml';
import type { Entry } from './edit.js';

/** In lines, between brackets, or as JSON; with the step by which each level is indented, where entries have their own lines. */
export interface Style {
  kind: 'block' | 'flow' | 'json';
  step?: string;
}

/** A text of one line, in the quotes of the one whose place it takes where they can hold it. */
export function scalarText(text: string, { kind }: Style, quotes?: Scalar.Type | null): string {
  if (kind === 'json') return JSON.stringify(text);
  const scalar = new Scalar(text);
  if (quotes === 'QUOTE_DOUBLE' || quotes === 'QUOTE_SINGLE') scalar.type = quotes;
  const list = new Document([scalar]);
  if (kind === 'flow' && list.contents) (list.contents as { flow?: boolean }).flow = true;
  const written = list.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd();
  return kind === 'flow' ? written.slice(1, -1) : written.slice(2);
}

/** A list of texts: one a line, or a single entry with its brackets. */
export function listText(texts: readonly string[], style: Style): string[] {
  if (style.kind === 'block') return texts.map(text => `- ${scalarText(text, style)}`);
  if (style.kind === 'json' && style.step !== undefined) return [JSON.stringify(texts, null, style.step)];
  return [`[${texts.map(text => scalarText(text, style)).join(', ')}]`];
}

/** The keys of a mapping and their values; with `whole`, between its brackets as one. */
export function entryText(entry: Entry, style: Style, whole = false): string[] {
  const keys = Object.entries(entry);
  if (style.kind === 'json') {
    if (whole) return [JSON.stringify(entry, null, style.step)];
    return keys.map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value, null, style.step)}`);
  }
  const parts = keys.flatMap(([key, value]) => {
    if (typeof value === 'string') return [`${key}: ${scalarText(value, style)}`];
    const list = listText(value, style);
    return style.kind === 'block'
      ? [`${key}:`, ...list.map(line => `  ${line}`)]
      : [`${key}: ${list.join('')}`];
  });
  if (style.kind === 'block') return parts;
  return whole ? [`{ ${parts.join(', ')} }`] : parts;
}
