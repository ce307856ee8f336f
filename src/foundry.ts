/** The fonts of a process: opened once, shaped words kept, shared by all packs that are made with the same bundled files. */
import { type CompiledFont, FontShelf } from './pdf/shelf.js';
import type { OwnFont } from './session/session.js';
import { TypeSetter } from './type/setter.js';
import type { UsualFace } from './type/usual.js';
import type { Folder, World } from './world.js';

export interface Foundry {
  setter: TypeSetter;
  shelf: FontShelf;
  /** Makes an organisation's own font known; its key names the bytes, so that two organisations never mix. */
  add(font: OwnFont): void;
}

/** Where that of a bundled font is which was measured when padpress was built. */
export const facePath = (font: string): string => `faces/${font}`;

/** Where its subset of usual letters is. */
export const subsetPath = (font: string): string => `subsets/${font}`;

const foundries = new WeakMap<Folder, Foundry>();

export function foundryOf({ bundled, packages, deflate }: World): Foundry {
  const known = foundries.get(bundled);
  if (known) return known;
  const own = new Map<string, Uint8Array>();
  const fontFile = (key: string): Uint8Array | undefined => {
    const bytes = own.get(key);
    if (bytes) return bytes;
    const read = (key.startsWith('@') ? packages : bundled).read(key);
    return 'bytes' in read ? read.bytes : undefined;
  };
  const foundry: Foundry = {
    setter: new TypeSetter(fontFile, key => bundled.compiled?.(facePath(key)) as UsualFace | undefined),
    shelf: new FontShelf(
      deflate,
      fontFile,
      key => bundled.compiled?.(subsetPath(key)) as CompiledFont | undefined,
    ),
    add: font => own.set(font.key, font.bytes),
  };
  foundries.set(bundled, foundry);
  return foundry;
}
