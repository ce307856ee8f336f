/** Makes one session of a batch: what a worker thread is asked to do. */
import { join } from 'node:path';
import { formatDiagnostic, hasErrors } from '../diagnostic.js';
import { isCurrent } from '../inputs.js';
import type { PackRequest } from '../pack.js';
import { makePack } from '../padpress.js';
import { folderAt, readNamedFile, worldOf } from './disk.js';
import { unreadable } from './request.js';
import { SaveProblem, savePack } from './save.js';
import type { BatchSession } from './sessions.js';

export interface BatchTask {
  session: BatchSession;
  /** The folder of the batch. */
  out: string;
  /** All of the request but its session. */
  options: Omit<PackRequest, 'source'>;
  /** Leaves a pack as it is that is whole and unchanged. */
  resume: boolean;
}

export interface BatchResult {
  outcome: 'made' | 'kept' | 'failed';
  /** Errors and warnings, a line each. */
  messages: string[];
}

export default async function make({ session, out, options, resume }: BatchTask): Promise<BatchResult> {
  const read = session.bytes ? { bytes: session.bytes } : readNamedFile(session.file);
  if (!('bytes' in read)) return failed([formatDiagnostic(unreadable(session.name, read.problem))]);
  // The name in messages, and in the manifest nothing of the way to it: the same pack as that of a single build.
  const request: PackRequest = { ...options, source: { name: session.name, bytes: read.bytes } };
  const world = worldOf(session.file);
  const folder = join(out, session.folder);
  if (resume && isCurrent(request, world, folderAt(folder))) return { outcome: 'kept', messages: [] };
  const { files, diagnostics } = await makePack(request, world);
  const said = diagnostics.map(({ place, ...diagnostic }) =>
    // Rows of a CSV have no lines of their own.
    session.bytes || !place
      ? `${session.name}: ${formatDiagnostic(diagnostic)}`
      : formatDiagnostic({ ...diagnostic, place }),
  );
  if (hasErrors(diagnostics)) return failed(said);
  try {
    savePack(files, folder);
  } catch (error) {
    if (!(error instanceof SaveProblem)) throw error;
    return failed([...said, `error: ${error.message}`]);
  }
  return { outcome: 'made', messages: said };
}

const failed = (messages: string[]): BatchResult => ({ outcome: 'failed', messages });
