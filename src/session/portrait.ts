/** A friendly, illustrated portrait for a person without a picture: the same text gives the same face. */
import type { PortraitStyle } from './choices.js';
import { faces } from './faces.js';
import type { Picture } from './session.js';

/** @param seed the name: any other text gives another face */
export async function portraitOf(seed: string, style: PortraitStyle = 'open-peeps'): Promise<Picture> {
  const svg = (await drawn(seed, style)).toString();
  const [, , width = 1, height = 1] = (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? '').split(' ').map(Number);
  return { kind: 'art', svg, width, height };
}

/** A style is large: it is loaded when a person is drawn in it. */
async function drawn(seed: string, style: PortraitStyle) {
  const { createAvatar } = await import('@dicebear/core');
  if (style === 'notionists')
    return createAvatar(await import('@dicebear/notionists'), { seed, ...faces.notionists });
  if (style === 'lorelei') return createAvatar(await import('@dicebear/lorelei'), { seed, ...faces.lorelei });
  return createAvatar(await import('@dicebear/open-peeps'), { seed, ...faces['open-peeps'] });
}
