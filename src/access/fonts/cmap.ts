/** CMaps: which codes a string holds, and what number or text each stands for (ISO 32000-1, 9.7.5 and 9.10.3). */
import { bytesOf, type Operand, operationsOf } from '../../preflight/tokens.js';

/** The CMaps that every viewer has (Table 118). */
const predefined =
  /^(Identity-[HV]|(GB|GBpc|GBK|GBKp)-EUC-[HV]|GBK2K-[HV]|Uni(GB|CNS|JIS|KS)-(UCS2|UTF16)-[HV]|UniJIS-UCS2-HW-[HV]|B5pc-[HV]|HKscs-B5-[HV]|ETen(ms)?-B5-[HV]|CNS-EUC-[HV]|(83pv|90pv)-RKSJ-H|(90msp?|Add|Ext)-RKSJ-[HV]|EUC-[HV]|[HV]|KSC-EUC-[HV]|KSCms-UHC-(HW-)?[HV]|KSCpc-EUC-H)$/;

export const isPredefined = (name: string): boolean => predefined.test(name);

/** The character collection of a CMap that viewers have: its Ordering, which is by Adobe. */
export function collectionOf(name: string): string {
  if (/^(GB|UniGB)/.test(name)) return 'GB1';
  if (/^(B5|HK|ET|CNS|UniCNS)/.test(name)) return 'CNS1';
  return /^(KSC|UniKS)/.test(name) ? 'Korea1' : 'Japan1';
}

interface Range {
  low: number;
  high: number;
  /** What the first code stands for: a number, or a text whose last character counts up. */
  to: number | string;
}

export interface CMap {
  /** Code lengths in bytes, and what each byte of a code lies between. */
  spaces: readonly { low: Uint8Array; high: Uint8Array }[];
  single: ReadonlyMap<number, number | string>;
  ranges: readonly Range[];
  /** 1 for writing from top to bottom. */
  wMode: number;
  /** The CMap that this one adds to. */
  uses: string | undefined;
}

/** What is broken is passed over. */
export function readCMap(content: Uint8Array): CMap {
  const spaces: { low: Uint8Array; high: Uint8Array }[] = [];
  const single = new Map<number, number | string>();
  const ranges: Range[] = [];
  let wMode = 0;
  let uses: string | undefined;
  for (const { operator, operands } of operationsOf(content)) {
    const [first, second] = operands;
    if (operator === 'usecmap' && first?.type === 'name') uses = first.value;
    else if (operator === 'def' && first?.type === 'name' && first.value === 'WMode')
      wMode = second?.type === 'number' ? second.value : 0;
    else if (operator === 'endcodespacerange') {
      for (const [low, high] of inGroups(operands, 2))
        if (low?.type === 'string' && high?.type === 'string') addSpace(spaces, bytesOf(low), bytesOf(high));
    } else if (operator === 'endbfchar' || operator === 'endcidchar') {
      for (const [code, to] of inGroups(operands, 2)) {
        const [key, value] = [codeOf(code), meaningOf(to)];
        if (key !== undefined && value !== undefined) single.set(key, value);
      }
    } else if (operator === 'endbfrange' || operator === 'endcidrange') {
      for (const [from, upTo, to] of inGroups(operands, 3)) {
        const [low, high, value] = [codeOf(from), codeOf(upTo), meaningOf(to)];
        if (low === undefined || high === undefined) continue;
        if (value !== undefined) ranges.push({ low, high, to: value });
        else if (to?.type === 'array') {
          for (const [index, item] of to.items.slice(0, high - low + 1).entries()) {
            const text = meaningOf(item);
            if (text !== undefined) single.set(low + index, text);
          }
        }
      }
    }
  }
  return { spaces, single, ranges, wMode, uses };
}

/** Codes have one to four bytes. */
function addSpace(spaces: { low: Uint8Array; high: Uint8Array }[], low: Uint8Array, high: Uint8Array): void {
  if (low.length === high.length && low.length > 0 && low.length <= 4) spaces.push({ low, high });
}

function inGroups(operands: readonly Operand[], size: number): Operand[][] {
  const groups: Operand[][] = [];
  for (let at = 0; at + size <= operands.length; at += size) groups.push(operands.slice(at, at + size));
  return groups;
}

function codeOf(operand: Operand | undefined): number | undefined {
  if (operand?.type !== 'string') return undefined;
  return bytesOf(operand).reduce((code, byte) => code * 256 + byte, 0);
}

function meaningOf(operand: Operand | undefined): number | string | undefined {
  if (operand?.type === 'number') return operand.value;
  if (operand?.type !== 'string') return undefined;
  const bytes = bytesOf(operand);
  return bytes.length === 1 ? String.fromCharCode(bytes[0] ?? 0) : utf16.decode(bytes);
}

/** U+FEFF is kept: it is one of the values that must not be there. */
const utf16 = new TextDecoder('utf-16be', { ignoreBOM: true });

/** What a code stands for. */
export function lookUp({ single, ranges }: CMap, code: number): number | string | undefined {
  const own = single.get(code);
  if (own !== undefined) return own;
  const range = ranges.find(({ low, high }) => code >= low && code <= high);
  if (!range) return undefined;
  return typeof range.to === 'number' ? range.to + code - range.low : advanced(range.to, code - range.low);
}

function advanced(text: string, by: number): string {
  const characters = [...text];
  const last = characters.pop()?.codePointAt(0);
  const point = last === undefined ? 0x110000 : last + by;
  return point > 0x10ffff ? '' : characters.join('') + String.fromCodePoint(point);
}

/** Whether a text of the map holds one of these characters. */
export function holds({ single, ranges }: CMap, wanted: readonly number[]): boolean {
  const isIn = (text: string) => [...text].some(character => wanted.includes(character.codePointAt(0) ?? -1));
  if ([...single.values()].some(value => typeof value === 'string' && isIn(value))) return true;
  return ranges.some(({ low, high, to }) => {
    if (typeof to !== 'string') return false;
    const last = [...to].at(-1)?.codePointAt(0);
    return (
      isIn(to) || (last !== undefined && wanted.some(point => point >= last && point <= last + high - low))
    );
  });
}

/** The codes of a string; of one that fits no space, the bytes are taken as the shortest code is long. */
export function* codesIn({ spaces }: CMap, string: Uint8Array): Generator<number> {
  const shortest = Math.min(4, ...spaces.map(({ low }) => low.length)) || 1;
  for (let at = 0; at < string.length; ) {
    const space = spaces.find(({ low, high }) => {
      const code = string.subarray(at, at + low.length);
      return (
        code.length === low.length &&
        code.every((byte, index) => byte >= (low[index] ?? 0) && byte <= (high[index] ?? 0))
      );
    });
    const length = space?.low.length ?? shortest;
    yield string.subarray(at, at + length).reduce((code, byte) => code * 256 + byte, 0);
    at += length;
  }
}
