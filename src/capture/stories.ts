/** From the rows of sheets and forms to what changes in the stories of a session. */
import type { Diagnostic } from '../diagnostic.js';
import { slugsOf } from '../plan/slugs.js';
import type { Change, Entry, Item } from '../reading/edit.js';
import { meantHint, nearest } from '../reading/nearest.js';
import { aligned } from './align.js';
import { type Cell, nameKey, type Row } from './row.js';
import { type CapturedSession, isPerson, says, type Words } from './session.js';

/** What a sheet does to one story. */
export interface StoryReport {
  group: string;
  /** Empty for the story of a group that has no person. */
  person: string;
  isNew: boolean;
  added: number;
  changed: number;
  removed: number;
  /** Themes that were added, changed or removed. */
  themes: number;
  /** What has become of who the person is; absent when that stays. */
  title?: 'added' | 'changed';
}

/** Rows that came together: those of a sheet or of a form. */
export interface Batch {
  rows: readonly Row[];
  /**
   * True for a form without a name. Nobody knows whether an earlier one was the same person's, so it only adds to the story of its
   * group that has no person. Other rows are the whole list of the mini-stories of their person.
   */
  adds: boolean;
}

/** The rows of one story: those of the same group and person. */
interface Told {
  group: number;
  person: string;
  rows: Map<Batch, Row[]>;
}

/** Changes of the file, a report of each story that the sheet mentions, and what is wrong with it. */
export function changesOf(
  batches: readonly Batch[],
  session: CapturedSession,
): { changes: Change[]; reports: StoryReport[]; diagnostics: Diagnostic[] } {
  const { told, diagnostics } = toldIn(batches, session);
  const changes: Change[] = [];
  const reports: StoryReport[] = [];
  const fresh: Entry[] = [];
  for (const { group, person, rows } of told) {
    const batches = [...rows];
    const own = batches.flatMap(([, some]) => some);
    const adding = batches.flatMap(([{ adds }, some]) => (adds ? [some] : []));
    const listed = textsIn(batches.flatMap(([{ adds }, some]) => (adds ? [] : some)));
    const added = adding.flat();
    const themes = [...new Set(own.map(({ theme }) => theme.text).filter(Boolean))];
    const [title, other] = own
      .map(row => row.title)
      .filter(({ text }, index, all) => text && all.findIndex(one => one.text === text) === index);
    const name = session.groups[group]?.[0] ?? '';
    if (title && other) {
      diagnostics.push(otherTitle(other, title.text, person || `"${name}"`, added));
      continue;
    }
    const alike = [...session.stories.entries()].filter(
      ([, story]) => story.group === group && isPerson(story.person, person),
    );
    const [first] = alike;
    const base =
      listed.length > 0 ? listed.map(text => [text]) : alike.flatMap(([, story]) => story.miniStories);
    const texts = adding.length > 0 ? withMore(base, adding.map(textsIn)) : listed;
    if (!first) {
      if (texts.length === 0) {
        const [row] = own as [Row];
        const what = themes.length > 0 ? 'theme' : title ? 'title' : 'person';
        const message = `The ${what} "${row[what].text}" has no mini-story (${row[what].name}).`;
        const hint = `Write a text for ${person || `"${name}"`}: without one there is no story.`;
        diagnostics.push({ severity: 'error', place: row[what].place, message, hint });
        continue;
      }
      fresh.push({
        group: name,
        ...(person && { person }),
        ...(title && { title: title.text }),
        ...(themes.length > 0 && { themes }),
        'mini-stories': texts,
      });
      reports.push({
        group: name,
        person,
        isNew: true,
        added: texts.length,
        changed: 0,
        removed: 0,
        themes: themes.length,
        ...(title && { title: 'added' }),
      });
      continue;
    }
    if (alike.length > 1) {
      // Nobody can tell which of them is meant; where the sheet says what they say, nothing is.
      const whole = alike.flatMap(([, story]) => story.miniStories);
      const all = unique(alike.flatMap(([, story]) => story.themes));
      const titles = alike.flatMap(([, story]) => story.title);
      if (isSame(whole, texts) && isSame(all, themes) && (!title || titles.includes(title.text))) continue;
      const message = `The session has ${alike.length} stories of "${name}" ${person ? `and ${person}` : 'without a person'}.`;
      const hint =
        'Give each of them a person of its own in the session file, so that rows can be told apart.';
      diagnostics.push({
        severity: 'error',
        place: session.document.where(['stories', alike[1]?.[0] ?? 0]),
        message,
        hint,
      });
      continue;
    }
    const [index, story] = first;
    const bilingual = (words: Words) => (words.length > 1 ? { language: session.language } : {});
    const listOf = (key: string, old: readonly Words[], now: readonly string[], after: string[]): Item[] => {
      // What a sheet says nothing about stays.
      if (now.length === 0 || isSame(old, now)) return [];
      const items = aligned(old.length, now, (entry, text) => says(old[entry] ?? [], text)).map(item =>
        'replaces' in item ? { ...item, ...bilingual(old[item.replaces] ?? []) } : item,
      );
      changes.push({ holder: ['stories', index], key, items, after });
      return items;
    };
    const retitled = title && !says(story.title, title.text);
    const [known] = story.title;
    if (retitled && known !== undefined && added.some(row => row.title === title)) {
      diagnostics.push(otherTitle(title, known, `"${name}"`, added));
      continue;
    }
    if (retitled) {
      const change = {
        key: 'title',
        text: title.text,
        ...bilingual(story.title),
        after: ['group', 'person'],
      };
      changes.push({ holder: ['stories', index], ...change });
    }
    const before = ['group', 'person', 'title', 'picture', 'alt'];
    const unlike = isSame(unique(story.themes), themes) ? [] : themes;
    const themeItems = listOf('themes', story.themes, unlike, before);
    const items = listOf('mini-stories', story.miniStories, texts, [...before, 'themes']);
    const count = (list: readonly Item[], key: 'keep' | 'replaces') =>
      list.filter(item => key in item).length;
    const gone = (list: readonly Item[], old: readonly unknown[]) =>
      list.length === 0 ? 0 : old.length - count(list, 'keep') - count(list, 'replaces');
    reports.push({
      group: name,
      person: story.person[0] ?? '',
      isNew: false,
      added: items.length - count(items, 'keep') - count(items, 'replaces'),
      changed: count(items, 'replaces'),
      removed: gone(items, story.miniStories),
      themes: themeItems.length - count(themeItems, 'keep') + gone(themeItems, story.themes),
      ...(retitled && { title: story.title.length === 0 ? 'added' : 'changed' }),
    });
    const [form] = adding;
    if (form?.[0] && adding.length === 1 && items.some(item => !('keep' in item))) {
      const message = `A form of "${name}" has no name: its lines are added to the story that has none.`;
      diagnostics.push({
        severity: 'warning',
        place: form[0].person.place,
        message,
        hint: 'Where they are two stories, write a name into each form.',
      });
    }
    const versions = [...themeItems, ...items].flatMap(item =>
      'replaces' in item && item.language !== undefined ? item.text : [],
    );
    for (const version of retitled && story.title.length > 1 ? [title.text, ...versions] : versions) {
      const said = own.flatMap(({ text, theme, title }) => [text, theme, title]);
      const place = said.find(({ text }) => text === version)?.place;
      const message = `"${version}" is changed in one language only (${session.language}).`;
      const hint = 'Change the others in the session file.';
      diagnostics.push({ severity: 'warning', ...(place && { place }), message, hint });
    }
  }
  if (fresh.length > 0) changes.push({ key: 'stories', add: fresh });
  return { changes, reports, diagnostics };
}

const textsIn = (rows: readonly Row[]): string[] => rows.map(({ text }) => text.text).filter(Boolean);

/** A list and behind it what further ones say beyond it: a text that all say is there once, and one that a single one says twice, twice. */
function withMore(list: readonly Words[], further: readonly (readonly string[])[]): string[] {
  const all = [...list];
  for (const texts of further) {
    const said = [...all];
    for (const text of texts) {
      const same = said.findIndex(words => says(words, text));
      if (same === -1) all.push([text]);
      else said.splice(same, 1);
    }
  }
  return all.map(([text = '']) => text);
}

function otherTitle(other: Cell, title: string, whose: string, added: readonly Row[]): Diagnostic {
  const message = `"${other.text}" is another title of ${whose} than "${title}" (${other.name}).`;
  const isForm = added.some(row => row.title === other);
  const hint = isForm
    ? 'Forms without a name are one story: write a name into each.'
    : 'Keep one of the two.';
  return { severity: 'error', place: other.place, message, hint };
}

/** Rows by story, in the order in which the sheets first mention each. */
function toldIn(
  batches: readonly Batch[],
  { groups }: CapturedSession,
): { told: Told[]; diagnostics: Diagnostic[] } {
  const told: Told[] = [];
  const diagnostics: Diagnostic[] = [];
  const slugs = slugsOf(groups.map(([name = '']) => name));
  for (const [row, batch] of batches.flatMap(batch => batch.rows.map(row => [row, batch] as const))) {
    const { text, place, name } = row.group;
    const say = (message: string, hint: string) =>
      diagnostics.push({ severity: 'error', place, message, hint });
    const named = groups.findIndex(names => names.some(known => nameKey(known) === nameKey(text)));
    // A sheet that was made of forms names groups as forms do.
    const group = named === -1 ? slugs.indexOf(text) : named;
    const known = groups.flat();
    if (text === '') say(`The row has a text and no group (${name}).`, `Groups: ${known.join(', ')}.`);
    else if (group === -1) {
      const meant = nearest(text, known) ?? groups[slugs.indexOf(nearest(text, slugs) ?? '')]?.[0] ?? text;
      say(`There is no group "${text}" (${name}).`, meantHint(meant, known, 'Groups'));
    }
    if (group === -1) continue;
    const person = row.person.text;
    const one = told.find(one => one.group === group && nameKey(one.person) === nameKey(person));
    const story = one ?? { group, person, rows: new Map() };
    if (!one) told.push(story);
    story.rows.set(batch, [...(story.rows.get(batch) ?? []), row]);
  }
  return { told, diagnostics };
}

/** Without those that say the same as an earlier one. */
const unique = (list: readonly Words[]): Words[] =>
  list.filter((words, index) => list.findIndex(other => other[0] === words[0]) === index);

const isSame = (old: readonly Words[], fresh: readonly string[]): boolean =>
  old.length === fresh.length && fresh.every((text, index) => says(old[index] ?? [], text));
