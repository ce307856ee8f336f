/** Writes sessions to a folder: for each a session file with its pictures, and its pages for the peers. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { portraitOf } from '../dist/index.js';
import { sessionOf } from './sessions.mjs';
import { pagesOf } from './sheets.mjs';

/** @returns the folder of each session */
export async function writeSessions(folder, count) {
  const folders = [];
  for (let number = 0; number < count; number++) {
    const own = join(folder, String(number).padStart(4, '0'));
    const session = sessionOf(number);
    const portraits = session.stories.map(({ person, group }) => portraitOf(`${person} ${group}`));
    const pictures = (await Promise.all(portraits)).map(({ svg }) => svg);
    mkdirSync(join(own, 'pictures'), { recursive: true });
    // As in the library sample, the third person is drawn by padpress; peers are given the same drawing.
    const stories = session.stories.map((story, index) => {
      if (index === 2) return story;
      const picture = `pictures/${index}.svg`;
      writeFileSync(join(own, picture), pictures[index]);
      return { ...story, picture, alt: `Portrait of ${story.person}` };
    });
    writeFileSync(join(own, 'session.yaml'), stringify({ ...session, stories }));
    writeFileSync(join(own, 'pages.json'), JSON.stringify(pagesOf(session, pictures)));
    folders.push(own);
  }
  return folders;
}
