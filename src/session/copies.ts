/** Counts how often the parts of a drawing are drawn that others show: each can show others in its turn, and all together without end. */

/** More steps than a drawing needs: what goes on for longer shows itself. */
const deepest = 200;

export class CopyCount {
  readonly #shown: string[] = [];
  /** For each part: how many elements it holds, and which others it shows. */
  readonly #parts = new Map<string, { elements: number; shows: string[] }>();

  /** A part begins. */
  begin(id: string): void {
    this.#parts.set(id, { elements: 0, shows: [] });
  }

  /** A part of so many elements has ended. */
  end(id: string, elements: number): void {
    const part = this.#parts.get(id);
    if (part) part.elements = elements;
  }

  /** @param around the parts in which it is shown */
  shows(id: string, around: readonly string[]): void {
    this.#shown.push(id);
    for (const part of around) this.#parts.get(part)?.shows.push(id);
  }

  /** How many elements are drawn because others show them; a part that shows itself counts as too many. */
  total(): number {
    const known = new Map<string, number>();
    const weigh = (id: string, depth: number): number => {
      if (depth > deepest) return Number.POSITIVE_INFINITY;
      const before = known.get(id);
      if (before !== undefined) return before;
      const part = this.#parts.get(id);
      if (!part) return 0;
      const weight = part.shows.reduce((sum, inner) => sum + weigh(inner, depth + 1), part.elements);
      known.set(id, weight);
      return weight;
    };
    return this.#shown.reduce((sum, id) => sum + weigh(id, 0), 0);
  }
}

/** The parts that a style or an attribute names: `url(#mask)`. */
export const partsNamed = (style: string): string[] =>
  [...style.matchAll(/url\(\s*["']?#([^"')\s]+)/gi)].flatMap(([, id]) => id ?? []);

/** The rules of a style sheet that name parts: the class that each is for; none where it is for anything else. */
export function rulesNaming(sheet: string): { of: string | undefined; parts: string[] }[] {
  return [...sheet.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selectors = '', rule = '']) => {
    const parts = partsNamed(rule);
    if (parts.length === 0) return [];
    return selectors.split(',').map(selector => ({ of: /^\s*\.([\w-]+)\s*$/.exec(selector)?.[1], parts }));
  });
}
