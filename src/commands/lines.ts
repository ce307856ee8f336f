/** Drawings on paper: decoded by sharp, cut out by `scan/`, and encoded again. */
import type { Photo } from '../world.js';
import { inspectPhoto } from './photo.js';

export async function cutOutLines(bytes: Uint8Array): Promise<Photo | { problem: string }> {
  return inspectPhoto(bytes);
}
