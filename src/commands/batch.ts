/** `padpress batch`: the packs of many sessions, by several worker threads. */
import { availableParallelism } from 'node:os';
import type { BatchResult, BatchTask } from './batch-worker.js';
import type { RequestOptions } from './options.js';
import { optionsOf } from './request.js';
import { sessionsOf, shardOf } from './sessions.js';
import { countOf, say, shown, statusLine, UsageError, warn } from './terminal.js';

export interface BatchOptions extends Omit<RequestOptions, 'session'> {
  sessions: string[];
  out: string;
  base?: string | undefined;
  jobs?: number | undefined;
  shard?: string | undefined;
  resume: boolean;
  quiet: boolean;
}

/** @returns the exit code: 1 when any session failed */
export async function batch(options: BatchOptions): Promise<number> {
  const { out, resume, quiet } = options;
  const jobs = jobsOf(options.jobs);
  const shard = shardNamed(options.shard);
  const request = optionsOf(options);
  const { sessions: all, diagnostics } = sessionsOf(options.sessions, options.base);
  for (const diagnostic of diagnostics) warn(shown(diagnostic));
  if (diagnostics.length > 0 || all.length === 0) {
    warn(`Nothing was made: ${countOf(diagnostics) || 'there are no sessions'}.`);
    return 1;
  }
  const sessions = shard ? shardOf(all, shard) : all;
  const line = statusLine(quiet);
  const started = performance.now();
  const counts = { made: 0, kept: 0, failed: 0 };
  const failures: string[] = [];
  const task = (session: (typeof sessions)[number]): BatchTask => ({
    session,
    out,
    options: request,
    resume,
  });
  const heard = (name: string, { outcome, messages }: BatchResult) => {
    counts[outcome]++;
    if (outcome === 'failed') failures.push(name);
    line.clear();
    for (const message of messages) warn(message);
    line.show(progressOf(counts, sessions.length, performance.now() - started));
  };
  await (sessions.length === 1 ? here : inThreads)(sessions, task, heard, jobs);
  line.clear();
  if (!quiet) say(summaryOf(counts, out, performance.now() - started));
  if (failures.length > 0) warn(`Failed:\n${failures.map(name => `  ${name}`).join('\n')}`);
  return failures.length > 0 ? 1 : 0;
}

type Sessions = ReturnType<typeof sessionsOf>['sessions'];
type TaskOf = (session: Sessions[number]) => BatchTask;
type Heard = (name: string, result: BatchResult) => void;

/** In this thread. */
async function here(sessions: Sessions, task: TaskOf, heard: Heard): Promise<void> {
  const { default: make } = await import('./batch-worker.js');
  for (const session of sessions) heard(session.name, await make(task(session)));
}

/**
 * What V8 is told of the memory of a thread: with less room for what is old it looks for garbage before that is four times what is
 * alive, and with more for what is young (96 MB, twice its own choice) little of that becomes old.
 */
const resourceLimits = { maxOldGenerationSizeMb: 1536, maxYoungGenerationSizeMb: 96 };

/** By as many threads as jobs; each takes the next session when it is done with one. */
async function inThreads(sessions: Sessions, task: TaskOf, heard: Heard, jobs: number): Promise<void> {
  const { Tinypool } = await import('tinypool');
  const pool = new Tinypool({
    filename: new URL('../cli.cjs', import.meta.url).href,
    minThreads: Math.min(jobs, sessions.length),
    maxThreads: jobs,
    resourceLimits,
  });
  try {
    await Promise.all(
      sessions.map(async session => {
        // A thread that dies takes one session with it, not the batch.
        const result = await pool.run(task(session)).catch(
          (error: Error): BatchResult => ({
            outcome: 'failed',
            messages: [
              `error: ${session.name}: padpress has a bug, and this is what it says: ${error.message}`,
            ],
          }),
        );
        heard(session.name, result as BatchResult);
      }),
    );
  } finally {
    await pool.destroy();
  }
}

type Counts = Record<BatchResult['outcome'], number>;

/** `37/200 · 18.5 a second · 9 s left` */
function progressOf(counts: Counts, total: number, ms: number): string {
  const done = counts.made + counts.kept + counts.failed;
  const rate = done / (ms / 1000);
  const left = Math.ceil((total - done) / rate);
  return `${done}/${total} · ${rate.toFixed(1)} a second · ${timeOf(left)} left`;
}

/** `198 packs made, 1 unchanged, 1 failed, in 12 s: OUT` */
function summaryOf({ made, kept, failed }: Counts, out: string, ms: number): string {
  const parts = [
    `${made} ${made === 1 ? 'pack' : 'packs'} made`,
    ...(kept > 0 ? [`${kept} unchanged`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
  ];
  return `${parts.join(', ')}, in ${timeOf(Math.round(ms / 1000))}: ${out}`;
}

const timeOf = (seconds: number): string =>
  seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;

function jobsOf(jobs: number | undefined): number {
  if (jobs === undefined) return availableParallelism();
  if (!Number.isInteger(jobs) || jobs < 1)
    throw new UsageError(`--jobs is not a number of jobs: got "${jobs}".`);
  return jobs;
}

/** `3/10` */
function shardNamed(shard: string | undefined): { part: number; of: number } | undefined {
  if (shard === undefined) return undefined;
  const [, part = 0, of = 0] = (/^(\d+)\/(\d+)$/.exec(shard) ?? []).map(Number);
  if (part < 1 || part > of)
    throw new UsageError(`--shard is not a part of all: got "${shard}". The third of ten is 3/10.`);
  return { part, of };
}
