/** The whole way from a session file to the bytes of a pack. */
import type { Diagnostic } from './diagnostic.js';
import type { Pack, PackRequest } from './pack.js';
import type { World } from './world.js';

/** Makes the pack; `progress` is told of each file when it is done. */
export async function makePack(
  _request: PackRequest,
  _world: World,
  _progress?: (done: number, total: number, path: string) => void,
): Promise<Pack> {
  throw new Error('being written');
}

/** All that is wrong or weak, without making any PDF. */
export async function checkPack(_request: PackRequest, _world: World): Promise<Diagnostic[]> {
  throw new Error('being written');
}
