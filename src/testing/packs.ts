/** The packs of the sample sessions, each made once in a process, however many test files look at it. */
import type { Pack, PackRequest } from '../pack.js';
import { makePack } from '../padpress.js';
import { fixture } from './fixtures.js';

const packs = new Map<string, Promise<Pack>>();

/** A pack that no test may change. */
export function packOf(name: string, asked: Omit<PackRequest, 'source'> = {}): Promise<Pack> {
  const key = JSON.stringify([name, asked]);
  const { request, world } = fixture(name);
  const pack = packs.get(key) ?? makePack({ ...request, ...asked }, world);
  packs.set(key, pack);
  return pack;
}
