/** Forms of padpress that people have filled in: whose they are, and what they hold as rows of a sheet. */
import { type Diagnostic, hasErrors } from '../diagnostic.js';
import { fieldNames } from '../plan/forms.js';
import { logColumns, logField } from '../plan/log.js';
import { storyLines } from '../plan/pads.js';
import { isVisible } from '../reading/issues.js';
import { csvText } from './csv.js';
import { type FormField, ours, readFields } from './fields.js';
import { type Cell, columns, lineOf, type NamedFile, nameKey, type Row } from './row.js';

/** A story form, filled in or not. */
export interface StoryForm {
  /** What the files of its group are called. */
  slug: string;
  lines: readonly Cell[];
  person: Cell;
  title: Cell;
}

export interface Forms {
  stories: StoryForm[];
  /** Rows of user logs that hold more than padpress put into them. */
  logs: (readonly string[])[];
  isLog: boolean;
  diagnostics: Diagnostic[];
}

/** Where two forms with the same fields were joined, programs part them by something before or behind their names. */
const storyField = new RegExp(
  `(?:^|\\.)([^.:]+):(${fieldNames.line}[1-${storyLines}]|${fieldNames.person}|${fieldNames.title})(\\+\\d+)?$`,
);

/** What stands in the forms of a file; there are several when they were joined. */
export async function readForms(file: NamedFile): Promise<Forms> {
  const { fields, diagnostics } = await readFields(file);
  const forms: Forms = { stories: [], logs: [], isLog: false, diagnostics };
  if (hasErrors(diagnostics)) return forms;
  const stories = new Gathering();
  const rows = new Gathering();
  const others: FormField[] = [];
  for (const field of fields) {
    const [, slug, part, copy = ''] = storyField.exec(field.name) ?? [];
    const [, row, column] = logField.exec(field.name) ?? [];
    if (slug !== undefined && part !== undefined) stories.put(slug, copy, part, field);
    else if (row !== undefined && column !== undefined) rows.put(row, '', column, field);
    else others.push(field);
  }
  forms.isLog = rows.all.length > 0;
  const isOurs = stories.all.length + rows.all.length > 0;
  if (!isOurs) diagnostics.push(foreign(file, others));
  for (const field of isOurs ? others : []) {
    if (lineOf(field.value) === '') continue;
    const { place } = cellOf(field, file);
    const message = `The field "${field.name}" is not read: "${field.value}".`;
    diagnostics.push({ severity: 'warning', place, message, hint: 'padpress has not made it.' });
  }
  for (const { of: slug, first, parts } of stories.all) {
    const cell = (part: string) => cellOf(parts.get(part) ?? { ...first, value: '' }, file);
    const lines = Array.from({ length: storyLines }, (_, index) => cell(`${fieldNames.line}${index + 1}`));
    forms.stories.push({ slug, lines, person: cell(fieldNames.person), title: cell(fieldNames.title) });
  }
  for (const { parts } of rows.all) {
    const own = [...parts.values()];
    if (own.every(({ value, initial }) => value === initial || lineOf(value) === '')) continue;
    const text = (column: string) => parts.get(column)?.value ?? '';
    forms.logs.push(logColumns.map(column => text(column).replace(/\r\n?/g, '\n').trim()));
  }
  return forms;
}

/** Fields that belong together, on however many pages: where one comes again, the next form of that name begins. */
class Gathering {
  readonly all: { of: string; first: FormField; parts: Map<string, FormField> }[] = [];
  private readonly open = new Map<string, Map<string, FormField>>();

  /** @param copy what a program that joined files has put behind the name to tell it from another */
  put(of: string, copy: string, part: string, field: FormField): void {
    const known = this.open.get(of + copy);
    const parts = known && !known.has(part) ? known : new Map<string, FormField>();
    if (parts !== known) {
      this.open.set(of + copy, parts);
      this.all.push({ of, first: field, parts });
    }
    parts.set(part, field);
  }
}

const cellOf = ({ value, label, page, number }: FormField, { name }: NamedFile): Cell => {
  const text = lineOf(value);
  const place = { file: name, line: page, column: number };
  return { text: isVisible(text) ? text : '', place, name: `field "${label}"` };
};

function foreign({ name }: NamedFile, fields: readonly FormField[]): Diagnostic {
  const names = fields.slice(0, 3).map(field => `"${field.name}"`);
  const more = fields.length > names.length ? ` and ${fields.length - names.length} more` : '';
  const message = `"${name}" is no form of padpress: its fields are called ${names.join(', ')}${more}.`;
  return { severity: 'error', message, hint: ours };
}

/**
 * Rows as on a sheet, one for each line that somebody has written; a form without any keeps its name and title in one.
 * @param group what the group is called
 * @param starters with which the first line may begin: a line that holds no more than one is empty
 */
export function rowsOfForm(
  { slug, lines, person, title }: StoryForm,
  group: string = slug,
  starters: readonly string[] = [],
): Row[] {
  const unsaid = starters.map(bare);
  const [first = person] = lines;
  const nothing = { ...first, text: '' };
  const written = lines.filter(({ text }) => text !== '' && !unsaid.includes(bare(text)));
  const isNamed = person.text !== '' || title.text !== '';
  return (written.length === 0 && isNamed ? [nothing] : written).map((text, index) => ({
    group: { ...first, text: group },
    theme: nothing,
    text,
    person,
    title: index === 0 ? title : nothing,
  }));
}

/** Words without the dots behind them. */
const bare = (text: string): string => nameKey(text).replace(/[\s\p{P}]+$/u, '');

/** Several forms, each as its rows, that become one story: whoever sent them may have meant several. */
export function sharedStories(forms: readonly (readonly Row[])[]): Diagnostic[] {
  const told = new Map<string, Row[]>();
  for (const [row] of forms) {
    if (!row) continue;
    const key = `${row.group.text}\n${nameKey(row.person.text)}`;
    told.set(key, [...(told.get(key) ?? []), row]);
  }
  return [...told.values()].flatMap((own): Diagnostic[] => {
    const [{ group, person }, second] = own as [Row, Row?];
    if (!second) return [];
    const whose = person.text === '' ? 'have no name' : `have the name "${person.text}"`;
    const message = `${own.length} forms of "${group.text}" ${whose}: their lines are one story.`;
    const hint = 'Where they are several, write a name of its own into each.';
    return [{ severity: 'warning', place: second.person.place, message, hint }];
  });
}

/** True when they say the very same: files are sent twice. */
export function isSameForm(one: StoryForm, other: StoryForm): boolean {
  const texts = ({ slug, lines, person, title }: StoryForm) =>
    JSON.stringify([slug, ...[...lines, person, title].map(({ text }) => text)]);
  return texts(one) === texts(other);
}

/** What forms hold as CSV, with the columns of capture sheets for stories and those of the user log for logs. */
export function csvOfForms({ stories, logs, isLog }: Forms): string {
  const told = stories.flatMap(form =>
    rowsOfForm(form).map(row => {
      const number = String(form.lines.indexOf(row.text) + 1 || '');
      return columns.map(column => (column === 'number' ? number : row[column].text));
    }),
  );
  const tables = [
    ...(stories.length > 0 ? [[columns, ...told]] : []),
    ...(isLog ? [[logColumns, ...logs]] : []),
  ];
  return tables.map(rows => `${csvText(rows, ',', '\n')}\n`).join('\n');
}
