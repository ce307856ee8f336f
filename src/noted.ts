/** What Intl says of a language, noted when padpress is built, so that no start of the program asks it again. */
import { type Formats, formatsWith, type Joints, type NotedFormats } from './formats.js';

/** Every day of a leap year, and of another. */
const days = [2024, 2027].flatMap(year =>
  Array.from({ length: year === 2024 ? 366 : 365 }, (_, day) =>
    new Date(Date.UTC(year, 0, day + 1)).toISOString().slice(0, 10),
  ),
);
/** Words before which languages change theirs for "and", and lists of them. */
const words = ['iglesia', 'hielo', 'oro', 'hora', 'Ana', '8', '11', 'ysgol', 'ספר'];
const lists = words.flatMap((word, index) =>
  [1, 2, 3, 5].map(count => [...words.slice(0, count - 1), words[(index + count) % words.length] ?? word]),
);
const shares = Array.from({ length: 1500 }, (_, tenths) => tenths / 1000);

/** What is to be noted of a language: what Intl says by a rule that holds for all days, many lists and shares. */
export function noteFormats(language: string): NotedFormats {
  const asked = formatsWith(language);
  const { locale } = asked;
  const months = ['21', '01'].flatMap(day =>
    Array.from({ length: 12 }, (_, month) =>
      asked
        .date(`2543-${`${month + 1}`.padStart(2, '0')}-${day}`)
        .replace('2543', '{y}')
        .replace(day === '21' ? '21' : '1', '{d}'),
    ),
  );
  const list = jointsOf(asked.list);
  const commas = jointsOf(asked.commas);
  const [, point = ''] = /^1(.*)5$/su.exec(asked.tenths(1.5)) ?? [];
  const percent = asked.percent(0.97).replace('97', '{n}');
  const rules = formatsWith(language, { locale, months, list, commas, percent, point });
  const holds = <Kind extends 'date' | 'list' | 'commas' | 'percent' | 'tenths'>(
    kind: Kind,
    of: readonly Parameters<Formats[Kind]>[0][],
  ): boolean => {
    const [one, other] = [asked[kind], rules[kind]] as ((about: unknown) => string)[];
    return of.every(about => one?.(about) === other?.(about));
  };
  const numbers =
    holds('percent', shares) &&
    holds(
      'tenths',
      shares.map(share => Math.round(share * 1000) / 10),
    );
  return {
    locale,
    ...(holds('date', days) && { months }),
    ...(holds('list', lists) && { list }),
    ...(holds('commas', lists) && { commas }),
    ...(numbers && { percent, point }),
  };
}

function jointsOf(write: Formats['list']): Joints {
  const [, between = '', last = ''] = /^1(.*)2(.*)3$/su.exec(write(['1', '2', '3'])) ?? [];
  const [, two = ''] = /^1(.*)2$/su.exec(write(['1', '2'])) ?? [];
  return [between, two, last];
}
