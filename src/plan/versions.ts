/** Plans of one session in several languages become one: the same sheets, with their words in each language. */
import type { Path } from '../diagnostic.js';
import type { Said, Value, Values, Versions } from '../layout/values.js';
import type { FileOrder, Names, SheetOrder } from './order.js';

/**
 * @param plans of the same session, one for each language, in its order
 * @param languages these, BCP 47
 */
export function inAllLanguages(
  plans: readonly (readonly FileOrder[])[],
  languages: readonly string[],
): FileOrder[] {
  const [first = [], ...others] = plans;
  if (others.length === 0) return [...first];
  // A sheet that is in several files stays one.
  const known = new Map<SheetOrder, SheetOrder>();
  const joinedOnce = (sheets: readonly SheetOrder[]): SheetOrder => {
    const [one] = sheets as readonly [SheetOrder];
    const sheet = known.get(one) ?? joined(sheets);
    known.set(one, sheet);
    return sheet;
  };
  return first.map((file, index) => {
    const files = plans.flatMap(plan => plan[index] ?? []);
    const title = [...new Set(files.map(version => version.title))].join(' / ');
    const sheets = file.apart
      ? files.flatMap(version => version.sheets)
      : file.sheets.map((_, number) => joinedOnce(files.flatMap(version => version.sheets[number] ?? [])));
    const manuscripts = files.flatMap(version => version.manuscripts ?? []);
    return { ...file, ...named(files, languages), title, sheets, ...(file.manuscripts && { manuscripts }) };
  });
}

/** The name in all languages: in one line, and each by itself. */
function named(
  all: readonly { name: string }[],
  languages: readonly string[],
): { name: string; names: Names } {
  const texts = all.map(({ name }) => name);
  const names = texts.map((text, index) => ({ language: languages[index] ?? '', text }));
  return {
    name: [...new Set(texts)].join(' / '),
    names: names.filter(({ text }, at) => texts.indexOf(text) === at),
  };
}

function joined(sheets: readonly SheetOrder[]): SheetOrder {
  const [first] = sheets as readonly [SheetOrder];
  const languages = sheets.map(({ language }) => language);
  return {
    ...first,
    ...named(sheets, languages),
    // In two languages nothing is brief.
    kinds: ['bilingual', ...(first.kinds ?? []).filter(kind => kind !== 'brief')],
    values: merge(
      sheets.map(({ values }) => values),
      languages,
    ) as Values,
  };
}

const isSaid = (value: unknown): value is Said =>
  typeof value === 'object' && value !== null && 'text' in value && 'from' in value;
const isPicture = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'kind' in value && 'width' in value;

/** One value of the same name in each language; what is the same in all stays as it is. */
function merge(values: readonly (Value | undefined)[], languages: readonly string[]): Value {
  const first = values.find(value => value !== undefined && value !== null) ?? null;
  if (first === null || typeof first === 'number' || isPicture(first)) return first;
  if (typeof first === 'string' || isSaid(first)) return mergeWords(values, languages);
  if (Array.isArray(first)) {
    const lists = values.map(value => (Array.isArray(value) ? value : []));
    const most = Math.max(...lists.map(({ length }) => length));
    return Array.from({ length: most }, (_, index) =>
      merge(
        lists.map(list => list[index]),
        languages,
      ),
    );
  }
  const mappings = values as readonly (Values | null | undefined)[];
  const names = new Set(mappings.flatMap(mapping => Object.keys(mapping ?? {})));
  return Object.fromEntries(
    [...names].map(name => [
      name,
      merge(
        mappings.map(mapping => mapping?.[name]),
        languages,
      ),
    ]),
  );
}

function mergeWords(values: readonly (Value | undefined)[], languages: readonly string[]): Value {
  const texts = values.map(value => (isSaid(value) ? value.text : typeof value === 'string' ? value : ''));
  if (new Set(texts).size === 1) return values[0] ?? null;
  const versions: Versions['versions'] = values.flatMap((value, index) => {
    const [text = '', language = ''] = [texts[index], languages[index]];
    const from: Path | undefined = isSaid(value) ? [...value.from, language] : undefined;
    return text === '' ? [] : [{ language, text, ...(from && { from }) }];
  });
  return { versions };
}
