/**
 * Bytes as text: UTF-8 and UTF-16 by their mark (Unicode 17, section 23.8) or by what the bytes allow, else what the file says
 * itself, and else what `legacy-encodings` finds out. A text that is UTF-8 but for some lines keeps them, too.
 */
import { isAscii, isUtf8 } from 'node:buffer';
import { compoundKindOf, compoundName } from './archives/office-kind';
import { legacyEncodingOf } from './legacy-encodings';
import { extractionErrors } from './text-extraction.errors';

/** Enough to see that a file is binary. */
const SAMPLE_BYTES = 16_384;
/** Text has hardly any control characters; a byte of windows-1252 that stands for none counts, too. */
const MAX_CONTROL_SHARE = 0.02;
/** In UTF-16 every other byte of Latin text is zero, of which binary files have no such even share. */
const UTF16_ZERO_SHARE = 0.4;
/** Of other scripts, the upper halves of the units are of fewer kinds than the lower ones, in a text of some length. */
const UTF16_MAX_UPPER_KINDS = 0.85;
const UTF16_MIN_BYTES = 40;
const MAX_UNASSIGNED_SHARE = 0.01;
/** Where a page or a part says its encoding. WHATWG HTML, 4.2.5.4; XML 1.0, 4.3.3 */
const SAYS_ITSELF_WITHIN_BYTES = 1_024;
const SAYS_ITSELF = /<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s{0,9}=\s{0,9}["']?([\w:-]{1,40})/i;
const LINE_END = 0x0a;

/** How well-known binary formats begin, so that the refusal can name them. Wikipedia, "List of file signatures", 2026-11. */
const SIGNATURES: ReadonlyArray<readonly [hex: string, name: string]> = [
  ['255044462d', 'a PDF'],
  ['504b0304', 'a ZIP archive or an Office document'],
  ['89504e470d0a1a0a', 'a PNG image'],
  ['ffd8ff', 'a JPEG image'],
  ['47494638', 'a GIF image'],
  ['1f8b', 'a gzip archive'],
  ['25215053', 'a PostScript file'],
];

/** What the file is, if its first bytes say that it is a binary one that people know. */
export function knownBinary(bytes: Uint8Array): string | undefined {
  const compound = compoundKindOf(bytes);
  if (compound) return compoundName(compound);
  const head = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  return SIGNATURES.find(([hex]) => head.startsWith(hex))?.[1];
}

/** Without a byte order mark, and with `\n` at all line ends. @throws `text_extraction.not_text`, `.wrong_encoding` */
export function decodeText(bytes: Uint8Array): string {
  return withLineEnds(decoded(bytes));
}

/** The beginning, or undefined when it is no text. */
export function decodeHead(bytes: Uint8Array): string | undefined {
  try {
    return decoded(bytes, 'windows-1252');
  } catch {
    return undefined;
  }
}

/** A part of a package, which is UTF-8 or UTF-16. XML 1.0, 4.3.3; ECMA-376, part 2, 8.1.4 */
export function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)
      ? 'utf-16le'
      : (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/** @param otherwise what it is taken for when nothing tells */
function decoded(bytes: Uint8Array, otherwise?: string): string {
  const binary = knownBinary(bytes);
  if (binary) throw extractionErrors.not_text({ message: `The file is ${binary}, which cannot be read here.` });
  const text = unicodeText(bytes) ?? otherText(bytes, otherwise);
  if (text.includes('\0') || isMostlyControl(text.slice(0, SAMPLE_BYTES))) throw extractionErrors.not_text();
  return text;
}

/** Undefined when it is no Unicode. */
function unicodeText(bytes: Uint8Array): string | undefined {
  const utf16 = utf16Of(bytes);
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  return isUtf8(bytes) || isUtf8ButForTheEnd(bytes) ? new TextDecoder().decode(bytes) : undefined;
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const { even, odd } = zeroShares(bytes);
  if (odd >= UTF16_ZERO_SHARE && even === 0) return 'utf-16le';
  if (even >= UTF16_ZERO_SHARE && odd === 0) return 'utf-16be';
  if (even + odd === 0 || bytes.length < UTF16_MIN_BYTES) return undefined;
  const likely = likelyUtf16(bytes.subarray(0, SAMPLE_BYTES));
  return likely !== undefined && isTextIn(likely, bytes) ? likely : undefined;
}

/** Blanks and line ends alone have zeros here; so it goes by which half of the units varies less. */
function likelyUtf16(sample: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const kinds = [0, 1].map((half) => new Set(sample.filter((_byte, at) => at % 2 === half)).size) as [number, number];
  if (Math.min(...kinds) > Math.max(...kinds) * UTF16_MAX_UPPER_KINDS) return undefined;
  return kinds[0] > kinds[1] ? 'utf-16le' : 'utf-16be';
}

function isTextIn(encoding: 'utf-16le' | 'utf-16be', bytes: Uint8Array): boolean {
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, SAMPLE_BYTES));
  return (text.match(/[\0\p{Cn}\p{Co}\p{Cs}\ufffd]/gu)?.length ?? 0) <= text.length * MAX_UNASSIGNED_SHARE;
}

function zeroShares(bytes: Uint8Array): { even: number; odd: number } {
  const length = Math.min(bytes.length, SAMPLE_BYTES);
  const zeros: [number, number] = [0, 0];
  for (let at = 0; at < length; at++) if (bytes[at] === 0) zeros[at % 2 === 0 ? 0 : 1] += 1;
  return { even: zeros[0] / Math.ceil(length / 2), odd: zeros[1] / Math.max(1, Math.floor(length / 2)) };
}

/** A head may be cut within a character, which has at most four bytes. */
function isUtf8ButForTheEnd(bytes: Uint8Array): boolean {
  return [1, 2, 3].some((cut) => bytes.length > 4 * cut && isUtf8(bytes.subarray(0, bytes.length - cut)));
}

function otherText(bytes: Uint8Array, otherwise: string | undefined): string {
  const said = saidEncoding(bytes);
  if (said) return new TextDecoder(said).decode(bytes);
  if (hasLinesOfUtf8(bytes)) return linesOf(bytes).map(decodedLine).join('\n');
  const encoding = legacyEncodingOf(bytes) ?? otherwise;
  if (encoding !== undefined) return new TextDecoder(encoding).decode(bytes);
  const sample = new TextDecoder('windows-1252').decode(bytes.subarray(0, SAMPLE_BYTES));
  if (sample.includes('\0') || isMostlyControl(sample)) throw extractionErrors.not_text();
  throw extractionErrors.wrong_encoding();
}

/** Undefined when it says nothing, or nothing that holds. */
function saidEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, SAYS_ITSELF_WITHIN_BYTES)).toString('latin1');
  const label = SAYS_ITSELF.exec(head)?.[1];
  if (label === undefined) return undefined;
  try {
    const { encoding } = new TextDecoder(label);
    return encoding.startsWith('utf-') ? undefined : encoding;
  } catch {
    return undefined;
  }
}

/** Texts that were put together from others are UTF-8 in some lines and something else in others. */
function hasLinesOfUtf8(bytes: Uint8Array): boolean {
  return linesOf(bytes.subarray(0, SAMPLE_BYTES)).some((line) => !isAscii(line) && isUtf8(line));
}

function decodedLine(line: Uint8Array): string {
  return new TextDecoder(isUtf8(line) ? 'utf-8' : 'windows-1252').decode(line);
}

function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let end = bytes.indexOf(LINE_END); end >= 0; end = bytes.indexOf(LINE_END, start)) {
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  lines.push(bytes.subarray(start));
  return lines;
}

function withLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** Control characters of both sets (Unicode 17, section 23.1), except those that lay out text. */
function isMostlyControl(sample: string): boolean {
  return (sample.match(/(?![\t\n\v\f\r])\p{Cc}/gu)?.length ?? 0) > sample.length * MAX_CONTROL_SHARE;
}
