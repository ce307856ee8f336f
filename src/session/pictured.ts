/** The keys of a story that say how its picture is taken and its person shown: a part of the schema of the session file. */
import { z } from 'zod';
import { isVisible, visible, wants } from '../reading/issues.js';
import { portraitStyles } from './choices.js';

/** Text that shows. */
export const visibleText = z.string().refine(isVisible).meta({ pattern: visible });

const share = () => {
  const error = wants('a share from 0 to 1', 'Half of the picture is 0.5.');
  return z.number({ error }).min(0, error).max(1, error);
};

const noUnlessSaid = z.boolean({ error: wants('true or false') }).default(false);
const yesOrNo = (about: string) => noUnlessSaid.describe(about);

export const pictured = {
  drawing: yesOrNo(
    'The picture is a photo or scan of a drawing on paper: its lines are printed, not the paper.',
  ),
  focus: z
    .tuple([share(), share()], {
      error: wants('two shares', 'Write [0.5, 0.3]: from the left edge, from the top.'),
    })
    .optional()
    .describe('What stays where the picture is cropped: [0.5, 0.3] is half across, three tenths down.'),
  portrait: z
    .strictObject({
      style: z
        .enum(portraitStyles, { error: wants('a style of portraits') })
        .default('open-peeps')
        .describe('Who draws the portrait.'),
      seed: visibleText
        .optional()
        .describe('Any text: another one gives another face. Person and group when left out.'),
    })
    .prefault({})
    .describe('How the person is drawn where there is no picture.'),
  anonymous: yesOrNo('Only the first name is printed, and a portrait instead of a photo.'),
};
