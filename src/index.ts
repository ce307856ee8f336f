/** padpress as a library: the rooms in order, for programs that bring their own files. */
export { type AccessReport, checkAccess } from './access/access.js';
export type { AccessFinding, Undecided } from './access/report.js';
export { type Diagnostic, formatDiagnostic, hasErrors, type Place } from './diagnostic.js';
export { type Pack, type PackFile, type PackRequest, type Part, parts } from './pack.js';
export { checkPack, type LaidOutPack, layOutPack, makePack } from './padpress.js';
export { type PrintedFile, preflight } from './preflight/preflight.js';
export { portraitOf } from './session/portrait.js';
export { version } from './version.js';
export type { FileRead, Folder, Photo, World } from './world.js';
