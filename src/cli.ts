/** The command line: arguments to commands, and what went wrong to exit codes. Commands are loaded when they are called. */
import { existsSync } from 'node:fs';
import yargs, { type Argv } from 'yargs';
import { requestOptions } from './commands/options.js';
import { results, UsageError, warn } from './commands/terminal.js';
import { meantHint, nearest } from './reading/nearest.js';
import { version } from './version.js';

/** Exit codes: 0 done, 1 the session has errors, 2 wrong usage, 70 a bug in padpress (EX_SOFTWARE of sysexits.h). */
const wrongUsage = 2;
const bug = 70;

const commands = ['new', 'check', 'build', 'batch', 'capture', 'layouts', 'schema'];

const session = (command: Argv) =>
  command.positional('session', { type: 'string', demandOption: true, describe: 'the session file' });
/** Whether `check` is asked for a finished file, and not for a session. */
const isPdf = (path: string): boolean => /\.pdf$/i.test(path);
const exits = (code: number): void => {
  process.exitCode = code;
};

/** Runs the program; sets the exit code. */
export async function run(args: readonly string[]): Promise<void> {
  // What yargs prints itself.
  const tells = args.some(arg => arg === '--help' || arg === '--version');
  const program = yargs([...args])
    .scriptName('padpress')
    // An option takes the one value behind it: what follows is a file.
    .parserConfiguration({ 'greedy-arrays': false })
    .locale('en')
    .usage('$0 <command>\n\nMakes the printed matter of a creative workshop from one session file.')
    .command(
      'new [folder]',
      'write a session file to start from',
      command =>
        command
          .positional('folder', { type: 'string', default: '.', describe: 'where to write it' })
          .option('example', {
            type: 'string',
            describe: 'a filled-in session: library, hospital or it-desk',
          })
          .example('$0 new spring-session', 'a commented session file')
          .example('$0 new tryout --example library', 'a whole session with stories and pictures'),
      async options => exits((await import('./commands/new.js')).startSession(quietly(options))),
    )
    .command(
      'check <session>',
      'say what is wrong or weak in a session, or in a PDF',
      command =>
        session(command)
          .option('json', { type: 'boolean', default: false, describe: 'as JSON, for programs' })
          .option('print', {
            type: 'boolean',
            default: false,
            describe: 'open the finished PDFs too, and prove that they are fit for print',
          })
          .option('out', {
            type: 'string',
            describe: 'with --print: the folder that they are in; default: print/ next to the session file',
          })
          .example('$0 check session.yaml', 'all errors and warnings, with line and column')
          .example(
            '$0 check session.yaml --print',
            'after a build: sizes, fonts, pictures and inks of the PDFs',
          )
          .example('$0 check draft.pdf', 'any PDF: can screen readers read it (PDF/UA-1)?'),
      async options => {
        const { session } = options;
        exits(
          isPdf(session)
            ? await (await import('./commands/access.js')).checkFile(session, quietly(options))
            : await (await import('./commands/check.js')).check(quietly(options)),
        );
      },
    )
    .command(
      'build <session>',
      'make the PDFs',
      command =>
        session(command)
          .option('out', {
            type: 'string',
            describe: 'the folder to write to; default: print/ next to the session file',
          })
          .options(requestOptions)
          .option('watch', {
            type: 'boolean',
            default: false,
            describe: 'build again whenever the session is saved, or something that it uses',
          })
          .example('$0 build session.yaml', 'the whole pack')
          .example('$0 build session.yaml --only pads,log', 'only the pads and the user log')
          .example('$0 build session.yaml --group students', 'only what is for one group'),
      async options => exits(await (await import('./commands/build.js')).build(quietly(options))),
    )
    .command(
      'batch <sessions..>',
      'make the packs of many sessions',
      command =>
        command
          .positional('sessions', {
            type: 'string',
            array: true,
            demandOption: true,
            describe: 'session files, folders, patterns, or a CSV with one session a row',
          })
          .option('out', { type: 'string', demandOption: true, describe: 'the folder to write to' })
          .option('base', { type: 'string', describe: 'the session that the rows of a CSV are laid over' })
          .option('jobs', { type: 'number', describe: 'how many are made at once; default: one a processor' })
          .option('shard', { type: 'string', describe: 'only a part of all: 3/10 is the third of ten' })
          .option('resume', {
            type: 'boolean',
            default: false,
            describe: 'leave packs as they are that are whole and unchanged',
          })
          .options(requestOptions)
          .example('$0 batch sessions --out packs', 'each folder in sessions/ that holds a session.yaml')
          .example('$0 batch towns.csv --base session.yaml --out packs', 'a pack for each row')
          .example('$0 batch sessions --out packs --shard 3/10', 'on the third of ten machines'),
      async options => exits(await (await import('./commands/batch.js')).batch(quietly(options))),
    )
    .command(
      'capture <session> [more..]',
      'write a spreadsheet for the mini-stories of the pads, or read one back, or forms',
      command =>
        command
          .positional('session', {
            type: 'string',
            demandOption: true,
            describe: 'the session file; or a filled-in form, to print what it holds as CSV',
          })
          .positional('more', { type: 'string', array: true, describe: 'further sheets or forms' })
          .option('from', {
            type: 'string',
            array: true,
            describe:
              'filled-in sheets (XLSX or CSV) and story forms (PDF): their mini-stories go into the session file',
          })
          .option('out', {
            type: 'string',
            describe: 'the folder to write the sheets to; default: next to the session file',
          })
          .option('force', { type: 'boolean', default: false, describe: 'write over filled-in sheets' })
          .example('$0 capture session.yaml', 'capture.xlsx and capture.csv, with a row for each mini-story')
          .example('$0 capture session.yaml --from capture.xlsx', 'what was typed, into session.yaml')
          .example('$0 capture session.yaml --from forms/*.pdf', 'the same from story forms that came back')
          .example('$0 capture user-log-form.pdf', 'what a form holds, as CSV'),
      async options => exits(await (await import('./commands/capture.js')).capture(quietly(options))),
    )
    .command(
      'layouts',
      'list the layouts, or copy one to be changed',
      command =>
        command
          .option('copy', {
            type: 'string',
            describe: 'the layout to copy into layouts/ next to the session',
          })
          .option('session', { type: 'string', default: 'session.yaml', describe: 'the session file' })
          .example('$0 layouts', 'all names, and what they are')
          .example('$0 layouts --copy question', 'layouts/question.yaml, to be changed'),
      async options => exits((await import('./commands/layouts.js')).layouts(quietly(options))),
    )
    .command(
      'schema',
      'JSON Schema of the session file, for editors',
      command =>
        command.option('layout', { type: 'boolean', default: false, describe: 'that of layouts instead' }),
      async options => exits((await import('./commands/schema.js')).schema(options)),
    )
    .option('quiet', { type: 'boolean', default: false, describe: 'print errors and warnings only' })
    .option('debug', { type: 'boolean', default: false, describe: 'with stack traces', hidden: true })
    .demandCommand(1, 'Name a command.')
    .strict()
    .version(version)
    .help()
    .wrap(tells ? Math.min(100, results().columns ?? 100) : null)
    .exitProcess(false)
    .fail((message, error) => {
      throw error ?? new UsageError(message);
    });
  try {
    await program.parseAsync();
  } catch (error) {
    const debug = args.includes('--debug');
    const usage = error instanceof UsageError || (error as Error).name === 'YError';
    const said = usage
      ? usageOf(error as Error, program, args)
      : `padpress has a bug, and this is what it says: ${(error as Error).message}`;
    warn(`error: ${said}`);
    if (debug) warn(String((error as Error).stack));
    else if (!usage) warn('Please report it with the session file and what --debug prints.');
    exits(usage ? wrongUsage : bug);
  }
}

/** The message of yargs, with the option that was probably meant. */
function usageOf({ message }: Error, program: Argv, args: readonly string[]): string {
  const [command = ''] = args.filter(arg => !arg.startsWith('-'));
  if (command !== '' && !commands.includes(command)) {
    return `There is no command "${command}". ${meantHint(command, commands, 'Commands')}`;
  }
  if (message.startsWith('Not enough non-option'))
    return `Name the session file: padpress ${command} session.yaml`;
  const unknown = /^Unknown arguments?: (.+)$/.exec(message)?.[1]?.split(', ')[0];
  const known =
    (program as unknown as { getOptions(): { key: Record<string, unknown> } }).getOptions?.().key ?? {};
  if (unknown === undefined) return `${message.replaceAll('\n', ' ')} See padpress --help.`;
  if (existsSync(unknown)) return `"${unknown}" is one argument too many. See padpress --help.`;
  const meant = nearest(unknown, Object.keys(known));
  return `There is no option "${unknown}". ${meant === undefined ? '' : `Did you mean --${meant}? `}See padpress --help.`;
}

/** Options without what yargs adds. */
const quietly = <T extends object>(options: T): T & { quiet: boolean } => options as T & { quiet: boolean };

void run(process.argv.slice(2));
