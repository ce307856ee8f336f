/**
 * Measures padpress against other makers of PDF, and in other ways, and prints tables in Markdown: `npm run bench`. All take turns,
 * round by round, so that what else the machine does falls on all of them; medians count. `-- --rounds 15 --packs 200 --only padpress,typst` narrows it.
 */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { htmlOf } from './peers/html.mjs';
import { runners } from './runners.mjs';
import { faces } from './sheets.mjs';
import { otherWays } from './ways.mjs';
import { writeSessions } from './write.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '11' },
    'steady-rounds': { type: 'string', default: '3' },
    packs: { type: 'string', default: '200' },
    only: { type: 'string', default: '' },
  },
});
const chosen = runners.filter(
  ({ name }) =>
    name.startsWith('`') || values.only.split(',').some(part => name.toLowerCase().includes(part)),
);
const typstInNode = 'Typst 0.14 in Node';
const work = mkdtempSync(join(tmpdir(), 'padpress-bench-'));
const sessions = join(work, 'sessions');

try {
  const [first] = await writeSessions(sessions, Number(values.packs));
  prepare(first);
  const { model } = cpus()[0];
  const machine = `${process.platform} ${process.arch}, ${cpus().length} × ${model}`;
  console.log(`Node ${process.version}, ${machine}, ${new Date().toISOString().slice(0, 10)}\n`);
  const rounds = Number(values.rounds);
  const cold = measure(rounds, 'cold', first);
  console.log(tableOf(cold, 'One pack, as a process', '`node -e 0`', 1));
  const packs = Number(values.packs);
  const steady = measure(Number(values['steady-rounds']), 'steady', sessions);
  console.log(tableOf(steady, `${packs} packs of different sessions, in one process`, typstInNode, packs));
  const typst = steady.find(({ name }) => name === typstInNode)?.wall;
  // What is compared to Typst is made of as many packs.
  if (values.only === '' && packs === 200)
    console.log(waysTable(await otherWays({ timed, rounds, work, first, sessions, typst })));
} finally {
  rmSync(work, { recursive: true });
}

/** What the programs that are no scripts of ours find beside the session: a template, a page, a folder of fonts. */
function prepare(folder) {
  const here = path => fileURLToPath(new URL(path, import.meta.url));
  mkdirSync(join(folder, 'fonts'));
  for (const { file } of Object.values(faces))
    copyFileSync(here(`../fonts/${file}`), join(folder, 'fonts', basename(file)));
  copyFileSync(here('peers/pack.typ'), join(folder, 'pack.typ'));
  writeFileSync(
    join(folder, 'pages.html'),
    htmlOf(JSON.parse(readFileSync(join(folder, 'pages.json'), 'utf8'))),
  );
  writeFileSync(
    join(folder, 'no-fonts.conf'),
    '<?xml version="1.0"?><fontconfig><dir>/nonexistent</dir></fontconfig>',
  );
}

/** @returns for each runner its medians; who is far behind makes all packs once where the others do three times */
function measure(rounds, kind, folder) {
  const taking = chosen.filter(runner => runner[kind]);
  const runs = new Map(taking.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const runner of taking) {
      if (kind === 'steady' && round % 3 > 0 && !runner.near) continue;
      if (process.stderr.isTTY)
        process.stderr.write(`\r\u001b[K${kind} ${round + 1}/${rounds} ${runner.name}`);
      runs.get(runner.name).push(timed(runner[kind](folder, join(work, 'out.pdf'))));
    }
  }
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  return taking.map(({ name, note }) => {
    const own = runs.get(name);
    const median = key => own.map(run => run[key]).sort((a, b) => a - b)[own.length >> 1];
    return {
      name,
      note,
      wall: median('wall'),
      cpu: median('cpu'),
      memory: median('memory'),
      bytes: median('bytes'),
    };
  });
}

/** Wall time from outside; processor time and memory of the process and what it started, as GNU time tells them. */
function timed({ command, env = {} }) {
  const out = join(work, 'out.pdf');
  rmSync(out, { force: true });
  rmSync(`${out}.padpress`, { recursive: true, force: true });
  const usage = join(work, 'usage');
  const gnu = existsSync('/usr/bin/time') ? ['/usr/bin/time', '-q', '-o', usage, '-f', '%U %S %M'] : [];
  const start = performance.now();
  const [program, ...args] = [...gnu, ...command];
  const { status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  const wall = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`${command.join(' ')}\n${stderr}`);
  const [user = Number.NaN, system = Number.NaN, memory = Number.NaN] =
    gnu.length > 0 ? readFileSync(usage, 'utf8').split(' ').map(Number) : [];
  // In one process, the packs alone are timed; the first of them warms it up.
  return {
    wall,
    cpu: user + system,
    memory: memory * 1024,
    bytes: written(out),
    ...(stdout.startsWith('{') && JSON.parse(stdout)),
  };
}

function written(out) {
  const manifest = join(`${out}.padpress`, 'manifest.json');
  if (existsSync(manifest))
    return JSON.parse(readFileSync(manifest, 'utf8')).files.reduce((sum, { bytes }) => sum + bytes, 0);
  return existsSync(out) ? statSync(out).size : 0;
}

function tableOf(rows, title, yardstick, packs) {
  const one = rows.find(({ name }) => name === yardstick)?.wall;
  const each = packs > 1;
  const lines = rows.map(({ name, note, wall, cpu, memory, bytes }) => [
    name,
    `${wall.toFixed(packs > 1 ? 1 : 3)} s`,
    one ? (wall / one).toFixed(1) : '',
    ...(each ? [`${((wall * 1000) / packs).toFixed(1)} ms`] : []),
    `${cpu.toFixed(each ? 1 : 2)} s`,
    `${Math.round(memory / 1e6)} MB`,
    bytes > 0 ? `${Math.round(bytes / packs / 1000)} kB` : '',
    note,
  ]);
  const heads = [
    title,
    'wall',
    `× ${yardstick}`,
    ...(each ? ['a pack'] : []),
    'processor',
    'peak memory',
    'bytes a pack',
    'what it leaves out or adds',
  ];
  return markdown([
    heads,
    heads.map((_, index) => (index === 0 || index === heads.length - 1 ? '---' : '--:')),
    ...lines,
  ]);
}

function waysTable(rows) {
  const lines = rows.map(([what, wall, than, times, memory]) => [
    what,
    `${wall.toFixed(wall < 2 ? 3 : 1)} s`,
    `${times.toFixed(2)} × ${than}`,
    memory === undefined ? '' : `${Math.round(memory / 1e6)} MB`,
  ]);
  return markdown([
    ['padpress in other ways', 'wall', 'compared', 'peak memory'],
    ['---', '--:', '---', '--:'],
    ...lines,
  ]);
}

function markdown(rows) {
  return `${rows.map(cells => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}
