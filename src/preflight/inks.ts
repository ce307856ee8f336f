/** Files for presses that print with inks hold no colour of light: what it would become, nobody has chosen. */
import { asDict, type Objects, type PdfObject } from './document.js';
import { buildAgain, type Finding, inWords } from './finding.js';
import type { Entry } from './manifest.js';
import type { Mark, Space } from './painting.js';

/** One finding for a page, with all that was found on it. */
export function checkInks(
  marks: readonly Mark[],
  objects: Objects,
  inks: Entry['inks'],
  page: number,
): Finding[] {
  if (inks === 'rgb') return [];
  const found = marks.flatMap(mark => {
    if (mark.kind === 'colour') return `operator "${mark.operator}" in ${mark.where}`;
    if (mark.kind !== 'space') return [];
    const rgb = rgbIn(mark.space, objects);
    return rgb === undefined ? [] : `${rgb} (${mark.of}) in ${mark.where}`;
  });
  if (found.length === 0) return [];
  const times = new Map<string, number>();
  for (const one of found) times.set(one, (times.get(one) ?? 0) + 1);
  const named = [...times].map(([one, count]) => (count > 1 ? `${one} (${count} times)` : one));
  const most = 4;
  const more = named.length > most ? [`${named.length - most} more`] : [];
  const wanted = inks === 'cmyk' ? 'inks (CMYK)' : 'greys';
  return [
    {
      severity: 'error',
      page,
      message: `there is RGB colour where only ${wanted} may be: ${inWords([...named.slice(0, most), ...more])}.`,
      hint: buildAgain,
    },
  ];
}

/** The RGB space that a space is or is made from, in words; undefined when there is none. */
function rgbIn(space: Space, objects: Objects, depth = 0): string | undefined {
  // A space that is made from itself has no end.
  if (space === undefined || depth > 8) return undefined;
  const name = typeof space === 'string' ? space : space.type === 'name' ? space.value : undefined;
  if (name !== undefined) return ['DeviceRGB', 'CalRGB', 'RGB'].includes(name) ? name : undefined;
  const [kind, base, alternate] = objects.items(space as PdfObject) ?? [];
  if (kind?.type !== 'name') return undefined;
  const within = (part: Space) => {
    const rgb = rgbIn(part, objects, depth + 1);
    return rgb === undefined ? undefined : `${kind.value} of ${rgb}`;
  };
  switch (kind.value) {
    case 'DeviceRGB':
    case 'CalRGB':
      return kind.value;
    case 'ICCBased':
      return objects.number(asDict(base), 'N') === 3 ? 'ICCBased with 3 channels' : undefined;
    case 'Indexed':
    case 'Pattern':
      return within(base);
    // A spot ink that the press does not have is mixed from these.
    case 'Separation':
    case 'DeviceN':
      return within(alternate);
    default:
      return undefined;
  }
}
