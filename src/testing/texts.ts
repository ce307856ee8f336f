/** Any texts that people may type. */
import fc from 'fast-check';

/** Texts that files, spreadsheets and programs trip over. */
const hard = fc.constantFrom(
  ...[
    ',',
    ';',
    '\t',
    '"',
    '""',
    "'",
    "'=",
    '=1+1',
    '+',
    '-',
    '- ',
    '@',
    '007',
    '1e5',
    '2027-02-04',
    'yes',
    'null',
    '~',
  ],
  ...[
    '#',
    ' #',
    ': ',
    ':',
    '{',
    '}',
    '[',
    ']',
    '&a',
    '*a',
    '!tag',
    '|',
    '>',
    '%',
    '`',
    '?',
    '\\',
    '\\n',
    '<b>&amp;',
  ],
  ...[
    '_x000D_',
    '“curly”',
    '„low“',
    '’',
    '\n',
    '\r\n',
    '\r',
    ' ',
    '  ',
    '\u00a0',
    '\u00ad',
    '\u200d',
    '\ufeff',
    '---',
    '...',
  ],
  ...['ŵŷ', 'e\u0301', 'العربية', 'עברית', 'ไทย', '中文', '한국어', '👩🏽‍🦽', '📚', 'ẞ', 'İ', '٣'],
);
/** One that a person can read: of a few of these and any others, of all scripts, over several lines. */
export const text = fc
  .array(fc.oneof(hard, fc.string({ unit: 'binary', maxLength: 6 }), fc.lorem({ maxCount: 4 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map(parts => parts.join('').replace(/[^\P{Cc}\t\n\r]|[\u2028\u2029\ufffd-\uffff]|\p{Cs}|\p{Cn}/gu, ''))
  .filter(words => /[\p{L}\p{N}\p{P}\p{S}]/u.test(words.replace(/\s/g, '')));
