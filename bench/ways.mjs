/** padpress itself in other ways than the tables of peers have it: as tiles, as a batch with one job and with two, and ten times as many. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { thirteenPages } from './peers/padpress.mjs';
import { writeSessions } from './write.mjs';

const at = path => fileURLToPath(new URL(path, import.meta.url));
const padpress = [process.execPath, at('../dist/cli.cjs')];
const only = ['--only', thirteenPages.join(), '--quiet'];
/** Node 20 reads the certificates that this names, where it is set, before it does anything else: half of what its start takes. */
const bare = { NODE_EXTRA_CA_CERTS: '' };

/**
 * @param timed measures a command
 * @returns rows of a table: what, wall time in seconds, compared to what, how many times that, peak memory in bytes
 */
export async function otherWays({ timed, rounds, work, first, sessions, typst }) {
  const out = join(work, 'ways');
  const built = (...args) => ({ command: [...padpress, 'build', ...args, '--out', out] });
  const one = [join(first, 'session.yaml'), ...only];
  const sample = [at('../fixtures/library/session.yaml'), '--quiet'];
  const batch = (folder, jobs) => ({
    command: [...padpress, 'batch', folder, '--out', out, '--jobs', String(jobs), ...only],
  });
  const tiled = ['--route', 'office'];
  const runs = medians(rounds, timed, {
    node: { command: [process.execPath, '-e', '0'] },
    help: { command: [...padpress, '--help'] },
    one: built(...one),
    bareNode: { command: [process.execPath, '-e', '0'], env: bare },
    bareOne: { ...built(...one), env: bare },
    oneTiled: built(...one, ...tiled),
    sample: built(...sample),
    sampleTiled: built(...sample, ...tiled),
  });
  const many = medians(Math.min(3, rounds), timed, {
    one: batch(sessions, 1),
    two: batch(sessions, 2),
    warm: { command: [process.execPath, at('tiles.mjs'), sessions] },
  });
  const folder = join(work, 'two-thousand');
  await writeSessions(folder, 2000);
  const { growth, growthOfTwo } = medians(1, timed, {
    growth: batch(folder, 1),
    growthOfTwo: batch(folder, 2),
  });
  const { plotter, office } = many.warm;
  const row = (what, { wall, memory }, other, than) => [what, wall, than, wall / other, memory];
  return [
    row('`padpress --help`', runs.help, runs.node.wall, '`node -e 0`'),
    row(
      '`node -e 0` without NODE_EXTRA_CA_CERTS',
      runs.bareNode,
      runs.node.wall,
      '`node -e 0` as it is set here',
    ),
    row('one pack, as a process, without it', runs.bareOne, runs.bareNode.wall, '`node -e 0` without it'),
    row('one pack as tiles, as a process', runs.oneTiled, runs.one.wall, 'the same for a plotter'),
    row('the library sample, all of it, as a process', runs.sample, runs.node.wall, '`node -e 0`'),
    row('the same as tiles', runs.sampleTiled, runs.sample.wall, 'the same for a plotter'),
    [
      'a pack as tiles, in a warm process',
      office / 1000,
      'the same for a plotter',
      office / plotter,
      undefined,
    ],
    row('`padpress batch` of 200 packs, one job', many.one, typst, 'Typst 0.14 in Node, one job'),
    row('the same, two jobs', many.two, typst, 'Typst 0.14 in Node, one job'),
    row('2,000 packs, one job', growth, many.one.wall, 'that of 200'),
    row('the same, two jobs', growthOfTwo, growth.wall, 'that of one job'),
  ];
}

/** By turns, round by round. */
function medians(rounds, timed, commands) {
  const runs = Object.fromEntries(Object.keys(commands).map(name => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const [name, command] of Object.entries(commands)) runs[name].push(timed(command));
  return Object.fromEntries(
    Object.entries(runs).map(([name, own]) => [name, own.sort((a, b) => a.wall - b.wall)[own.length >> 1]]),
  );
}
