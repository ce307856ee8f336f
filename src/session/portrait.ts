/** A friendly, illustrated portrait for a person without a picture: the same text gives the same face. */
import { createAvatar } from '@dicebear/core';
import * as lorelei from '@dicebear/lorelei';
import * as notionists from '@dicebear/notionists';
import * as openPeeps from '@dicebear/open-peeps';
import { faces } from './faces.js';
import type { Picture } from './session.js';

/** The styles, each under CC0 by what its own package says: Pablo Stanley, Zoish and Lisa Wischofsky drew them. */
export const portraitStyles = ['open-peeps', 'notionists', 'lorelei'] as const;
export type PortraitStyle = (typeof portraitStyles)[number];

/** @param seed the name: any other text gives another face */
export function portraitOf(seed: string, style: PortraitStyle = 'open-peeps'): Picture {
  const svg = drawn(seed, style).toString();
  const [, , width = 1, height = 1] = (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? '').split(' ').map(Number);
  return { kind: 'art', svg, width, height };
}

function drawn(seed: string, style: PortraitStyle) {
  if (style === 'notionists') return createAvatar(notionists, { seed, ...faces.notionists });
  if (style === 'lorelei') return createAvatar(lorelei, { seed, ...faces.lorelei });
  return createAvatar(openPeeps, { seed, ...faces['open-peeps'] });
}
