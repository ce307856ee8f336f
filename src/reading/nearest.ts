/** The name that was probably meant. */
import { distance } from 'fastest-levenshtein';

/** The nearest of the names, when it is near enough to be a slip of the keyboard or of memory; case does not count. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  const wanted = name.toLowerCase();
  let best: { name: string; slips: number } | undefined;
  for (const candidate of names) {
    const known = candidate.toLowerCase();
    const continues = wanted.length >= 3 && (known.startsWith(wanted) || wanted.startsWith(known));
    const slips = continues ? 1 : distance(wanted, known);
    if (!best || slips < best.slips) best = { name: candidate, slips };
  }
  const allowed = wanted.length < 4 ? 1 : Math.max(2, Math.floor(wanted.length / 3));
  return best && best.slips <= allowed ? best.name : undefined;
}

/** Names that a message lists at most. */
const mostNames = 12;

/** A hint made of it: `Did you mean "teal"?`, or when no name is near the list: `Palette: red, green.` */
export function meantHint(name: string, names: readonly string[], list: string): string {
  const meant = nearest(name, names);
  if (meant !== undefined) return `Did you mean "${meant}"?`;
  const more = names.length > mostNames ? `, and ${names.length - mostNames} more` : '';
  return `${list}: ${names.slice(0, mostNames).join(', ')}${more}.`;
}
