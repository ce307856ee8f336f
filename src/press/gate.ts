/** The gate: sheets on which something cannot be told apart from what it lies on are not printed. */
import type { Diagnostic, Path, Place } from '../diagnostic.js';
import { type ColourRole, type Frame, type Sheet, textOf } from '../layout/frame.js';
import { excerpt } from '../layout/sheets.js';
import { largeType, leastContrast, ratioText } from '../session/contrast.js';
import { type Looks, type Pair, pairsOn } from './contrast.js';

/** Where colours are chosen. */
export interface ColourPlaces {
  /** Where a node of a layout is written. */
  layout(node: object): Place | undefined;
  theme(path: Path): Place;
  /** Whether a style of the theme names a colour of its own. */
  ownColour(style: string): boolean;
}

/**
 * How many things were looked at, the least contrast of small and large text and of lines, and the smallest type as it is printed,
 * pt; absent where there is none of it.
 */
export interface Figures {
  things: number;
  text?: number;
  large?: number;
  line?: number;
  smallest?: number;
}

/** Looks at sheets, each once, however many files and copies it is printed in. */
export class ContrastGate {
  readonly diagnostics: Diagnostic[] = [];
  readonly #known = new Map<readonly Frame[], Figures>();

  constructor(
    private readonly looks: Looks,
    private readonly places: ColourPlaces,
  ) {}

  /** @param scale in which the sheet is printed */
  look(sheet: Sheet, scale = 1): Figures {
    const known = this.#known.get(sheet.frames);
    if (known) return known;
    const pairs = pairsOn(sheet, this.looks, scale);
    for (const pair of pairs) if (pair.ratio < pair.least) this.#refuse(pair, sheet);
    const figures = figuresOf(pairs, sheet, scale);
    this.#known.set(sheet.frames, figures);
    return figures;
  }

  /** The same slip comes back on many sheets and lines: it is said once for each place and pair of colours. */
  #refuse(pair: Pair, sheet: Sheet): void {
    const { message, hint } = saidOf(pair, sheet);
    const place = this.#placeOf(pair, sheet);
    const again = this.diagnostics.some(
      other => other.hint === hint && JSON.stringify(other.place) === JSON.stringify(place),
    );
    if (!again) this.diagnostics.push({ severity: 'error', ...(place && { place }), message, hint });
  }

  /**
   * Where the colour comes from that is to blame: what the layout chose for the thing itself or put under it, else what the
   * theme has.
   */
  #placeOf({ index, other, colour }: Pair, { frames, written = [] }: Sheet): Place | undefined {
    const own = written[index];
    const under = other === undefined ? undefined : written[other];
    const chosen = own !== undefined && 'colour' in own ? own : (under ?? undefined);
    const place = chosen && this.places.layout(chosen);
    if (place) return place;
    const frame = frames[index];
    return frame?.kind === 'text' && this.places.ownColour(frame.style)
      ? this.places.theme(['styles', frame.style, 'colour'])
      : this.places.theme(['colours', colour]);
  }
}

function saidOf({ index, kind, colour, other, hidden, ratio, least }: Pair, sheet: Sheet) {
  const frame = sheet.frames[index];
  const under = other === undefined ? undefined : sheet.frames[other];
  const what =
    frame?.kind === 'text'
      ? excerpt(textOf(frame))
      : frame?.kind === 'field'
        ? `What is typed into "${frame.name}"`
        : 'A line to write on';
  const named = (role: ColourRole) => `"${role}" (${sheet.colours[role]})`;
  const ground =
    under === undefined ? named('paper') : under.kind === 'shape' ? named(under.fill ?? '') : 'a picture';
  if (hidden) {
    const message = `${what} is hidden on the sheet "${sheet.layout}": ${ground} lies over it.`;
    return { message, hint: 'Put it later in the layout than what lies over it, or elsewhere.' };
  }
  const size = frame?.kind === 'text' ? `, ${Math.round(frame.size)} pt,` : '';
  const message = `${what}${size} has too little contrast on the sheet "${sheet.layout}": ${named(colour)} on ${ground} is ${ratioText(ratio)}.`;
  const wants =
    kind === 'line'
      ? 'Lines to write on want'
      : least === leastContrast.large
        ? `Text from ${largeType} pt wants`
        : `Text under ${largeType} pt wants`;
  const help =
    under?.kind === 'picture' ? ' Put it beside the picture, or a box with a fill between the two.' : '';
  return { message, hint: `${wants} ${ratioText(least)} at least.${help}` };
}

function figuresOf(pairs: readonly Pair[], { frames }: Sheet, scale: number): Figures {
  const worst = (of: Pair[]) => of.reduce((least, { ratio }) => Math.min(least, ratio), 21);
  const text = pairs.filter(({ kind, least }) => kind === 'text' && least === leastContrast.text);
  const large = pairs.filter(({ kind, least }) => kind === 'text' && least === leastContrast.large);
  const lines = pairs.filter(({ kind }) => kind === 'line');
  const sizes = frames.flatMap(frame => (frame.kind === 'text' ? [frame.size * scale] : []));
  return {
    things: pairs.length,
    ...(text.length > 0 && { text: worst(text) }),
    ...(large.length > 0 && { large: worst(large) }),
    ...(lines.length > 0 && { line: worst(lines) }),
    ...(sizes.length > 0 && { smallest: Math.min(...sizes) }),
  };
}

/** The figures of several sheets as one. */
export function together(all: readonly Figures[]): Figures {
  const least = (of: 'text' | 'large' | 'line' | 'smallest') => {
    const found = all.flatMap(figures => figures[of] ?? []);
    return found.length > 0 ? { [of]: Math.min(...found) } : {};
  };
  const things = all.reduce((sum, figures) => sum + figures.things, 0);
  return { things, ...least('text'), ...least('large'), ...least('line'), ...least('smallest') };
}
