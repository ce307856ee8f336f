/**
 * sharp, loaded when there is a picture to read: most calls of the program see none. By `require`: before Node imports a package of
 * CommonJS it looks through all of it for names, which takes as long as to load it.
 */
import { createRequire } from 'node:module';
import type sharp from 'sharp';

export const loadSharp = (): typeof sharp => createRequire(import.meta.url)('sharp');
