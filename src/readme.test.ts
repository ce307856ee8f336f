/** The READMEs promise nothing that is not so. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { installed } from './commands/disk.js';
import { requestOptions } from './commands/options.js';
import { formatDiagnostic } from './diagnostic.js';
import { kinds, layoutSchema } from './layout/language.js';
import { parts } from './pack.js';
import { checkPack } from './padpress.js';
import { colourModes, editions, fits, routes } from './session/choices.js';
import { palette } from './session/palette.js';
import { roles, sessionSchema } from './session/schema.js';
import { written } from './testing/fixtures.js';

const read = (path: string) => readFileSync(join(installed, path), 'utf8');
const readme = read('README.md');
const layouts = read('layouts/README.md');

/** Dotted names of all keys of a JSON Schema: `groups[].name`. */
function keysOf(schema: z.core.JSONSchema.BaseSchema, path = ''): string[] {
  const { properties, items } = schema;
  if (items) return keysOf(items as z.core.JSONSchema.BaseSchema, `${path}[]`);
  if (!properties) return [path];
  return Object.entries(properties).flatMap(([key, held]) =>
    keysOf(held as z.core.JSONSchema.BaseSchema, path ? `${path}.${key}` : key),
  );
}

test('the reference names every key of the session file', () => {
  const { properties } = z.toJSONSchema(sessionSchema, { io: 'input' });
  const keys = Object.entries(properties ?? {}).flatMap(([key, held]) =>
    keysOf(held as z.core.JSONSchema.BaseSchema, key),
  );
  expect(keys.length).toBeGreaterThan(35);
  for (const key of keys) {
    // A mapping of small things is described at the key that holds it.
    const [, holder, last] = /^(groups\[\]\.(?:sheets|wording))\.(\w+)$/.exec(key.replace(/\[\]$/, '')) ?? [];
    const said = readme
      .split('\n')
      .find(line => line.startsWith('|') && line.includes(`\`${holder ?? key.replace(/\[\]$/, '')}\``));
    expect(said, key).toBeDefined();
    if (last) expect(said).toContain(last);
  }
});

test('the reference names every colour, role, part and what can be printed', () => {
  for (const name of [...Object.keys(palette), ...roles, ...routes, ...colourModes, ...fits, ...editions])
    expect(readme).toContain(`\`${name}\``);
  expect(readme).toContain(parts.join(','));
  for (const option of Object.keys(requestOptions)) expect(readme).toContain(`--${option}`);
});

test('the table of languages is that of the files, and every bundled font is named', () => {
  const files = readdirSync(join(installed, 'languages')).map(file => file.replace('.yaml', ''));
  const from = readme.indexOf('## Languages');
  const section = readme.slice(from, readme.indexOf('\n## ', from));
  const tags = [...section.matchAll(/\| `([\w-]+)` \|/g)].flatMap(([, tag]) => tag ?? []);
  const second = [...section.matchAll(/\| `([\w-]+)` \| [^|]+\|$/gm)].flatMap(([, tag]) => tag ?? []);
  expect([...new Set([...tags, ...second])].sort()).toEqual(files.sort());
  for (const font of readdirSync(join(installed, 'fonts')))
    expect(existsSync(join(installed, 'fonts', font, 'OFL.txt')), font).toBe(true);
});

test('sessions in the README are right', async () => {
  const sessions = [...readme.matchAll(/```yaml\n([\s\S]+?)```/g)]
    // What stands in a list is indented by three spaces as a whole.
    .map(([, text = '']) => (text.startsWith('   ') ? text.replace(/^ {3}/gm, '') : text))
    .filter(text => !text.startsWith('apiVersion:'));
  expect(sessions.length).toBeGreaterThan(0);
  for (const session of sessions) {
    const { request, world } = written(session);
    expect((await checkPack(request, world)).map(formatDiagnostic)).toEqual([]);
  }
});

test('the theme in layouts/README.md is one', async () => {
  const [, theme = ''] = /## Themes[\s\S]+?```yaml\n([\s\S]+?)```/.exec(layouts) ?? [];
  expect(theme).toContain('extends: house');
  const session =
    'workshop: { title: Trial }\ngroups: [{ name: staff, singular: colleague }]\ndesign: { theme: ours }\n';
  const { request, world } = written(session, { 'themes/ours.yaml': theme });
  expect((await checkPack({ ...request, only: ['log'] }, world)).map(formatDiagnostic)).toEqual([]);
});

test.each(['README.md', 'layouts/README.md', 'src/README.md'])('links and pictures of %s are there', path => {
  const links = [...read(path).matchAll(/\]\(([^)#]+)\)/g)].map(([, link]) => link ?? '');
  expect(links.length).toBeGreaterThan(3);
  for (const link of links) expect(existsSync(join(installed, dirname(path), link)), link).toBe(true);
});

describe('layouts/README.md', () => {
  test('has every kind of node, and every key', () => {
    for (const kind of kinds) expect(layouts).toContain(`### ${kind}\n`);
    const schema = z.toJSONSchema(layoutSchema(), { io: 'input' });
    const node = Object.values(schema.$defs ?? {}).find(def => def.properties && 'each' in def.properties);
    const keys = [...Object.keys(schema.properties ?? {}), ...Object.keys(node?.properties ?? {})];
    expect(keys.length).toBeGreaterThan(25);
    for (const key of keys) {
      if (!kinds.includes(key as (typeof kinds)[number]))
        expect(layouts, key).toMatch(new RegExp(`\`${key}[:\`]`));
    }
  });

  const snippets = [...layouts.matchAll(/```yaml\n([^`]+)```\n!\[(\w+)\]/g)].map(([, yaml, name]) => [
    name ?? '',
    yaml ?? '',
  ]);
  test.each(snippets)('shows a %s that can be printed', async (_name, yaml) => {
    // The cook's story sheet has `lines`; a picture is asked for on a poster.
    const layout = yaml.includes('{story.') ? 'poster-portrait' : 'story';
    const node = parse(yaml);
    const sheet = {
      page: { paper: '148 x 105 mm', margin: 8 },
      sheet: { column: { items: [node] } },
    };
    const { request, world } = written(
      'workshop: { title: One }\ngroups: [{ name: cooks, singular: cook }]\nstories: [{ group: cooks, quote: I can now cook. }]',
      { [`layouts/${layout}.yaml`]: stringify(sheet) },
    );
    expect((await checkPack(request, world)).map(formatDiagnostic)).toEqual([]);
  });
});
