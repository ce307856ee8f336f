/** The packs of a folder for a plotter and as tiles for an office printer, by turns in one warm process; prints the median of each, ms. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { worldOf } from '../dist/commands/disk.js';
import { makePack } from '../dist/index.js';
import { thirteenPages } from './peers/padpress.mjs';

/** The first ones warm the process up. */
const warmUp = 60;
const [folder] = process.argv.slice(2);
const times = { plotter: [], office: [] };
for (const [index, name] of readdirSync(folder).entries()) {
  const file = join(folder, name, 'session.yaml');
  const bytes = readFileSync(file);
  for (const route of Object.keys(times)) {
    const start = performance.now();
    await makePack({ source: { name: file, bytes }, only: thirteenPages, print: { route } }, worldOf(file));
    if (index >= warmUp) times[route].push(performance.now() - start);
  }
}
const median = numbers => numbers.sort((a, b) => a - b)[numbers.length >> 1];
console.log(JSON.stringify({ plotter: median(times.plotter), office: median(times.office) }));
