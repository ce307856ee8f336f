/** The rows of a sheet to be filled in: what the session has already, and empty ones up to the seven lines of a pad. */
import { storyLines } from '../plan/pads.js';
import type { Slot } from './row.js';
import type { CapturedSession } from './session.js';

/** Group by group, in the order of the session. */
export function slotsOf({ groups, stories }: CapturedSession): Slot[] {
  return groups.flatMap((names, group) => {
    const own = stories.filter(story => story.group === group);
    const filled = own.flatMap(({ person: [person = ''], title, themes, miniStories }) =>
      // Title and themes belong to the story as a whole: they stand beside its rows one by one, further themes on rows of their own.
      Array.from(
        { length: Math.max(title.length > 0 ? 1 : 0, themes.length, miniStories.length) },
        (_, index) => ({
          theme: themes[index]?.[0] ?? '',
          text: miniStories[index]?.[0] ?? '',
          person,
          title: (index === 0 ? title[0] : undefined) ?? '',
        }),
      ),
    );
    // What is added to the only story of a group is most likely its own.
    const person = own.length === 1 ? (own[0]?.person[0] ?? '') : '';
    const empty = Array.from({ length: Math.max(0, storyLines - filled.length) }, () => ({
      theme: '',
      text: '',
      person,
      title: '',
    }));
    return [...filled, ...empty].map((row, index) => ({
      group: names[0] ?? '',
      number: String(index + 1),
      ...row,
    }));
  });
}
