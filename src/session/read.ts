/** From the bytes of a session file to a session that is complete and right, or to everything that is wrong with it. */
import { type Diagnostic, hasErrors, withoutRepeats } from '../diagnostic.js';
import type { PackRequest } from '../pack.js';
import { uncompiled } from '../reading/checked.js';
import { type Document, readDocument } from '../reading/document.js';
import { inFileOrder, issuesToDiagnostics } from '../reading/issues.js';
import type { World } from '../world.js';
import { adviceOn } from './advice.js';
import { firstNameOf, isHidden } from './anonymous.js';
import { fontAt, PictureShelf } from './files.js';
import { documentIn, languagesOf, missingVersions, tooManyLanguages } from './languages.js';
import { palette } from './palette.js';
import { portraitOf } from './portrait.js';
import { brokenRules } from './rules.js';
import { type SessionFile, sessionSchema } from './schema.js';
import type { OwnFont, Picture, Session, SessionRead, Story } from './session.js';

/** @param options what the command line says; it wins over the file */
export async function readSession(
  source: PackRequest['source'],
  options: Pick<PackRequest, 'print' | 'accessible'>,
  world: World,
): Promise<{ read?: SessionRead; diagnostics: Diagnostic[] }> {
  const { document: whole, diagnostics: doubts } = readDocument(source);
  if (!whole) return { diagnostics: doubts };
  const languages = languagesOf(whole.data);
  const missing = [...tooManyLanguages(whole, languages), ...missingVersions(whole, languages)];
  if (hasErrors(missing)) return { diagnostics: inFileOrder([...doubts, ...missing]) };
  const sessions: Session[] = [];
  let files: Files | undefined;
  const found: Diagnostic[] = [...doubts, ...missing];
  for (const language of languages.length > 0 ? languages : ['']) {
    const document = language === '' ? whole : documentIn(whole, language, languages);
    const parsed = sessionSchema.safeParse(withOptions(document.data, options), uncompiled);
    if (!parsed.success) {
      found.push(...issuesToDiagnostics(parsed.error.issues, document, sessionSchema));
      continue;
    }
    const file = parsed.data;
    // Pictures and fonts are the same in all languages.
    files ??= await readFiles(file, document, world);
    found.push(...brokenRules(file, document), ...files.diagnostics, ...adviceOn(file, document));
    sessions.push(await sessionOf(file, files));
  }
  // What is wrong in every language is said once.
  const diagnostics = withoutRepeats(inFileOrder(found));
  const [session] = sessions;
  if (hasErrors(diagnostics) || !session) return { diagnostics };
  return { read: { session, versions: sessions, where: whole.where }, diagnostics };
}

/** Options of the command line have been checked there; they take the place of what the file says. */
function withOptions(data: unknown, { print = {}, accessible }: Pick<PackRequest, 'print' | 'accessible'>) {
  const asked = { print, design: { accessible } };
  let whole = data;
  for (const [key, options] of Object.entries(asked)) {
    if (typeof whole !== 'object' || whole === null) return whole;
    const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
    if (Object.keys(given).length === 0) continue;
    const own = (whole as Record<string, unknown>)[key];
    whole = { ...whole, [key]: { ...(typeof own === 'object' ? own : {}), ...given } };
  }
  return whole;
}

interface Files {
  pictures: Map<number, Picture>;
  logo?: Picture;
  fonts: { text?: OwnFont; display?: OwnFont };
  diagnostics: Diagnostic[];
}

async function readFiles(file: SessionFile, document: Document, world: World): Promise<Files> {
  const files: Files = { pictures: new Map(), fonts: {}, diagnostics: [] };
  const shelf = new PictureShelf(world);
  for (const [number, story] of file.stories.entries()) {
    const { picture } = story;
    if (picture === undefined || isHidden(story)) continue;
    const path = ['stories', number, 'picture'];
    const { found, diagnostics } = await shelf.at(picture, path, document, story);
    files.diagnostics.push(...diagnostics);
    if (found) files.pictures.set(number, found);
  }
  if (file.design.logo !== undefined) {
    const { found, diagnostics } = await shelf.at(file.design.logo, ['design', 'logo'], document);
    files.diagnostics.push(...diagnostics);
    if (found) files.logo = found;
  }
  for (const family of ['text', 'display'] as const) {
    const name = file.fonts[family];
    if (name === undefined) continue;
    const { found, diagnostics } = await fontAt(name, ['fonts', family], document, world);
    files.diagnostics.push(...diagnostics);
    if (found) files.fonts[family] = found;
  }
  return files;
}

async function sessionOf(file: SessionFile, { pictures, logo, fonts }: Files): Promise<Session> {
  const { logo: _path, ...design } = file.design;
  const colours = coloursOf(file);
  return {
    ...file,
    language: Intl.getCanonicalLocales(file.language)[0] ?? 'en',
    groups: file.groups.map((group, number) => ({ ...group, colour: { hex: colours[number] ?? '' } })),
    stories: await Promise.all(file.stories.map((story, number) => storyOf(story, pictures.get(number)))),
    design: { ...design, ...(logo && { logo }) },
    fonts,
  };
}

/** A story as it is printed: nothing after this knows more of a person than may be read on paper. */
async function storyOf(file: SessionFile['stories'][number], own: Picture | undefined): Promise<Story> {
  const { portrait, anonymous, drawing: _drawing, focus: _focus, picture: _picture, ...told } = file;
  const seed = portrait.seed ?? `${told.person ?? ''} ${told.group}`;
  const story = { ...told, picture: own ?? (await portraitOf(seed, portrait.style)) };
  if (!anonymous) return story;
  const { person, alt, ...others } = story;
  return {
    ...others,
    ...(person !== undefined && { person: firstNameOf(person) }),
    // Words for a photo that is not shown would be wrong.
    ...(alt !== undefined && own && { alt }),
  };
}

/** Each group's own colour, or the next of the palette that nobody has asked for. */
function coloursOf({ groups }: SessionFile): string[] {
  const asked = groups.map(({ colour }) => colour?.toLowerCase());
  const free = Object.keys(palette).filter(name => !asked.includes(name));
  let next = 0;
  return asked.map(colour => {
    const name = colour ?? free[next++ % Math.max(1, free.length)] ?? 'teal';
    return palette[name] ?? name;
  });
}
