/** The options of `build` and `batch` that go into the request, as `--help` describes them; it loads nothing else. */
import { parts } from '../pack.js';
import { colourModes, editions, fits, routes, tilePapers } from '../session/choices.js';
import type { PrintOption } from '../session/print.js';

/** Options as yargs gives them. */
export interface RequestOptions extends Partial<Record<PrintOption, string | boolean | undefined>> {
  session: string;
  only?: string | undefined;
  group?: string | undefined;
  accessible?: string | undefined;
}

/** Descriptions for `--help`. */
export const requestOptions = {
  only: {
    type: 'string',
    describe: `only these parts, with commas between: ${parts.join(', ')}; or files: posters.pdf`,
  },
  group: { type: 'string', describe: 'only the pad and posters of this group' },
  accessible: { type: 'string', describe: `documents that are easier to read: ${editions.join(' or ')}` },
  paper: { type: 'string', describe: 'paper of pads and posters: A1, "A3 landscape", "500 x 700 mm"' },
  route: { type: 'string', describe: `how they are printed: ${routes.join(', ')}` },
  colour: { type: 'string', describe: `ink: ${colourModes.join(', ')}` },
  'cut-line': { type: 'boolean', describe: 'plotter: a line around the sheet to cut along' },
  tile: { type: 'string', describe: `office: the paper in the printer: ${tilePapers.join(', ')}` },
  'printer-margin': { type: 'string', describe: 'office: the edge that the printer leaves white, mm' },
  overlap: { type: 'string', describe: 'office: how far neighbouring tiles overlap, mm' },
  fit: { type: 'string', describe: `office: ${fits.join(' or ')}` },
  'max-shrink': { type: 'string', describe: 'office: how much smaller at most for fewer sheets: 3 %' },
} as const;
