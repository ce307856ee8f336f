/** From the bytes of a file to its text, or to a message for people whose program has saved it as something else. */

/** Far more than any session: a larger file is something else by mistake. */
const largest = 1_000_000;

/** What an empty file is told, whether it has no bytes or only comments. */
export const emptyFile = {
  message: 'The file is empty.',
  hint: 'Start from the one that "padpress new" writes.',
} as const;

export type Decoded = { text: string } | { message: string; hint: string; line: number; column: number };

/** Text with line feeds only and without a byte order mark; every sign keeps its line and column. */
export function decode(bytes: Uint8Array): Decoded {
  const failed = (message: string, hint: string, at = 0): Decoded => ({
    message,
    hint,
    ...position(bytes, at),
  });
  const begins = (...start: number[]) => start.every((byte, index) => bytes[index] === byte);
  const asText = 'Save it as plain text (UTF-8).';
  if (bytes.length === 0) return failed(emptyFile.message, emptyFile.hint);
  if (begins(0x50, 0x4b, 3, 4)) return failed('This is a Word or zip file, not text.', asText);
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) return failed('This is an old Word file, not text.', asText);
  if (begins(0x7b, 0x5c, 0x72, 0x74, 0x66))
    return failed('This is a rich text file, not plain text.', asText);
  if (begins(0x25, 0x50, 0x44, 0x46))
    return failed('This is a PDF, not text.', 'Name the session file that it was made from.');
  if (begins(0xff, 0xfe) || begins(0xfe, 0xff)) {
    return failed('The file is saved as UTF-16.', 'Save it with the encoding UTF-8.');
  }
  if (bytes.length > largest) {
    const size = (bytes.length / 1e6).toFixed(1);
    return failed(
      `The file is too large for a session: ${size} MB.`,
      'Pictures belong into files of their own next to it.',
    );
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
    return text.trim() === '' ? failed(emptyFile.message, emptyFile.hint) : { text };
  } catch {
    const at = firstBadByte(bytes);
    const byte = bytes.subarray(at, at + 1);
    const code = `0x${(byte[0] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
    const letter = new TextDecoder('windows-1252').decode(byte);
    const message = `The file is not saved as UTF-8: got the byte ${code}, which may stand for "${letter}".`;
    return failed(message, 'Save it with the encoding UTF-8.', at);
  }
}

/** Where the first byte stands that UTF-8 does not allow: a lax decoder puts U+FFFD there. */
function firstBadByte(bytes: Uint8Array): number {
  const lax = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const encoder = new TextEncoder();
  for (let index = lax.indexOf('\ufffd'); index !== -1; index = lax.indexOf('\ufffd', index + 1)) {
    const at = encoder.encode(lax.slice(0, index)).length;
    if (bytes[at] !== 0xef || bytes[at + 1] !== 0xbf || bytes[at + 2] !== 0xbd) return at;
  }
  return 0;
}

function position(bytes: Uint8Array, at: number): { line: number; column: number } {
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, at)).replace(/\r\n?/g, '\n').split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
