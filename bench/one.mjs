/**
 * One peer at work in a process of its own: `node bench/one.mjs PEER FOLDER OUT` makes the pack of the session in a folder as a file;
 * `--all` instead of OUT makes those of all sessions in a folder one after the other, and prints the time that took.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [peer, folder, out] = process.argv.slice(2);
const { make, close } = await import(`./peers/${peer}.mjs`);

if (out === '--all') {
  const sessions = readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory());
  const inputs = sessions.map(({ name }) => inputOf(join(folder, name)));
  const start = performance.now();
  let bytes = 0;
  for (const input of inputs) bytes += (await make(...input)).reduce((sum, { length }) => sum + length, 0);
  console.log(JSON.stringify({ wall: (performance.now() - start) / 1000, bytes }));
} else {
  const [pdf] = await make(...inputOf(folder));
  writeFileSync(out, pdf);
}
await close?.();

/** What peers get: the pages, and the session file for those who read it themselves. */
function inputOf(path) {
  const file = join(path, 'session.yaml');
  return [JSON.parse(readFileSync(join(path, 'pages.json'), 'utf8')), { file, bytes: readFileSync(file) }];
}
