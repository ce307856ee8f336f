/**
 * The pack of a session as thirteen pages of boxes, lines, texts and pictures at fixed places: what the peers draw. They are told
 * where each text stands and how wide and large it is, and break its lines themselves; padpress works all of that out.
 */

/** Millimetres of a typographic point. */
export const pt = 25.4 / 72;

export const faces = {
  display: {
    family: 'Bricolage Grotesque',
    weight: 800,
    file: 'bricolage-grotesque/BricolageGrotesque-ExtraBold.ttf',
  },
  text: {
    family: 'Atkinson Hyperlegible Next',
    weight: 400,
    file: 'atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-Regular.ttf',
  },
  bold: {
    family: 'Atkinson Hyperlegible Next',
    weight: 700,
    file: 'atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-Bold.ttf',
  },
};

const ink = '#16191d';
const quiet = '#4b5157';
const line = '#767d84';
const faint = '#e4e7ea';
const colours = { teal: '#00696b', plum: '#7b2d6b', rust: '#9c3a12' };
const A1 = [594, 841];

/** @param pictures an SVG for each story */
export function pagesOf(session, pictures) {
  const { title, date, venue, partners } = session.workshop;
  const day = new Date(date).toLocaleDateString('en-GB', { dateStyle: 'long' });
  const occasion = `${title} · ${day} · ${venue}`;
  return [
    ...session.groups.flatMap(group => padOf(group, occasion)),
    ...session.stories.map((story, index) =>
      posterOf(story, session, pictures[index], `${partners.join(', ')} · ${day}`),
    ),
    logOf(title, day, occasion),
  ];
}

const box = (x, y, width, height, more) => ({ kind: 'box', x, y, width, height, ...more });
const rule = (x, y, width, more) => ({ kind: 'rule', x, y, width, colour: line, weight: 0.6, ...more });
/** Size in pt, leading as a factor of it. */
const text = (face, size, x, y, width, said, more) => ({
  ...{ kind: 'text', face, size, x, y, width, text: said, colour: ink, leading: 1.2 },
  ...{ family: faces[face].family, weight: faces[face].weight },
  ...more,
});

function padOf(group, occasion) {
  const colour = colours[group.colour];
  const head = [
    box(15, 15, 564, 8, { fill: colour }),
    text('bold', 26, 15, 28, 220, group.name),
    text('text', 26, 240, 28, 339, occasion, { colour: quiet, align: 'end' }),
  ];
  const question = `What are the ${group.name} saying about it, that made the judges award your shared service the prize for ‘best ${group.singular} experience’?`;
  const lines = Array.from({ length: 7 }, (_, index) => {
    const y = 135 + index * 58;
    return [
      text('display', 165, 15, y - 12, 62, `${index + 1}.`, { colour, leading: 1 }),
      ...(index === 0 ? [text('text', 80, 77, y - 12, 500, 'I can now …')] : []),
      rule(77, y + 12, 502, { dotted: true }),
      rule(77, y + 42, 502),
    ];
  });
  return [
    { size: A1, items: [] },
    {
      size: A1,
      items: [
        ...head,
        text('display', 122, 15, 52, 564, question, { heading: true, leading: 1.06 }),
        box(15, 330, 564, 460, { stroke: line, weight: 0.8, dotted: true, radius: 4 }),
      ],
    },
    {
      size: A1,
      items: [
        ...head,
        text('display', 96, 15, 58, 564, 'Under the new, better service:..', {
          heading: true,
          leading: 1.06,
        }),
        ...lines.flat(),
        text('bold', 80, 15, 550, 180, 'Name:'),
        rule(15, 645, 181),
        box(216, 550, 363, 240, { stroke: line, weight: 0.8, dotted: true, radius: 4 }),
        text('text', 52, 226, 560, 340, `Draw a picture of the ${group.singular} here…`, { colour: quiet }),
      ],
    },
  ];
}

function posterOf(story, session, svg, credit) {
  const { colour } = session.groups.find(({ name }) => name === story.group);
  const white = { colour: '#ffffff' };
  const [first, ...rest] = story.story.split('\n\n');
  return {
    size: A1,
    items: [
      box(15, 15, 564, 530, { fill: colours[colour] }),
      text('display', 150, 41, 35, 512, story.quote, { ...white, heading: true, leading: 1.06 }),
      { kind: 'art', x: 50, y: 305, width: 240, height: 240, svg, alt: `Portrait of ${story.person}` },
      text('display', 66, 330, 430, 235, story.person, { ...white, leading: 1.04 }),
      text('text', 50, 330, 480, 235, story.title, white),
      text('bold', 38, 15, 560, 564, `Before: ${story.before}`, { leading: 1.3 }),
      text('text', 36, 15, 605, 272, first, { leading: 1.38 }),
      text('text', 36, 307, 605, 272, rest.join('\n'), { leading: 1.38 }),
      text('bold', 26, 15, 810, 260, session.workshop.title),
      text('text', 26, 280, 810, 299, credit, { colour: quiet, align: 'end' }),
    ],
  };
}

function logOf(title, day, occasion) {
  const heads = [
    'Project & date tool used',
    'What was the desired outcome of using this tool?',
    'What actually happened?',
    'What would you do differently next time?',
  ];
  const width = 65.25;
  const columns = heads.map((head, index) => ({ head, x: 12 + index * (width + 4) }));
  const rows = [0, 1, 2, 3, 4].map(row => 86 + row * 27.5);
  return {
    size: [297, 210],
    items: [
      box(12, 12, 273, 2.5, { fill: ink }),
      text('display', 30, 12, 17, 80, 'USER LOG', { heading: true }),
      text('text', 9, 95, 23, 190, occasion, { colour: quiet, align: 'end' }),
      ...columns.flatMap(({ head, x }) => [
        box(x, 34, width, 18, { fill: faint }),
        text('bold', 13, x + 2.5, 36, width - 5, head),
        ...rows.map(y => rule(x, y, width, { colour: ink, weight: 0.25 })),
      ]),
      text('text', 12, 14.5, 55, width - 5, `${title}\n${day}`),
    ],
  };
}
