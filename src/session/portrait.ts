/** A friendly, illustrated portrait for a person without a picture: the same name gives the same face. */
import { createAvatar } from '@dicebear/core';
import * as openPeeps from '@dicebear/open-peeps';
import type { Picture } from './session.js';

/** Skin tones of the style, light to dark, so that the people of a pack do not all look alike. */
const skins = ['ffdbb4', 'edb98a', 'd08b5b', 'ae5d29', '694d3d'];

/** @param seed the name; drawn with Open Peeps by Pablo Stanley (CC0). */
export function portraitOf(seed: string): Picture {
  const svg = createAvatar(openPeeps, {
    seed,
    skinColor: skins,
    maskProbability: 0,
    face: ['calm', 'cute', 'eatingHappy', 'lovingGrin1', 'lovingGrin2', 'smile', 'smileBig', 'smileTeethGap'],
  }).toString();
  const [, , width = 1, height = 1] = (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? '').split(' ').map(Number);
  return { kind: 'art', svg, width, height };
}
