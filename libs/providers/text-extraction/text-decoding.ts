/**
 * Bytes as text: UTF-8 and UTF-16 by their mark (Unicode 17, section 23.8) or by what the bytes allow, everything else as
 * windows-1252, in which any byte is a character (WHATWG Encoding, which takes ISO 8859-1 for it, too).
 */
import { isUtf8 } from 'node:buffer';
import { extractionErrors } from './text-extraction.errors';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Enough to see that a file is binary. */
const SAMPLE_BYTES = 16_384;
/** Text has hardly any control characters; a byte of windows-1252 that stands for none counts, too. */
const MAX_CONTROL_SHARE = 0.02;
/** In UTF-16 every other byte of Latin text is zero, of which binary files have no such even share. */
const UTF16_ZERO_SHARE = 0.4;

/** How well-known binary formats begin, so that the refusal can name them. Wikipedia, "List of file signatures", 2026-11. */
const SIGNATURES: ReadonlyArray<readonly [hex: string, name: string]> = [
  ['255044462d', 'a PDF'],
  ['504b0304', 'a ZIP archive or an Office document'],
  ['d0cf11e0a1b11ae1', 'an old Office document'],
  ['89504e470d0a1a0a', 'a PNG image'],
  ['ffd8ff', 'a JPEG image'],
  ['47494638', 'a GIF image'],
  ['1f8b', 'a gzip archive'],
  ['25215053', 'a PostScript file'],
];

/** What the file is, if its first bytes say that it is a binary one that people know. */
export function knownBinary(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  return SIGNATURES.find(([hex]) => head.startsWith(hex))?.[1];
}

/** Without a byte order mark, and with `\n` at all line ends. @throws `text_extraction.not_text` */
export function decodeText(bytes: Uint8Array): string {
  const text = decoded(bytes);
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** The beginning, or undefined when it is no text. */
export function decodeHead(bytes: Uint8Array): string | undefined {
  try {
    return decoded(bytes);
  } catch {
    return undefined;
  }
}

function decoded(bytes: Uint8Array): string {
  const binary = knownBinary(bytes);
  if (binary) throw extractionErrors.not_text({ message: `The file is ${binary}, which cannot be read here.` });
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  if (text.includes('\0') || isMostlyControl(text.slice(0, SAMPLE_BYTES))) throw extractionErrors.not_text();
  return text;
}

function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const zeros = zeroShares(bytes);
  if (zeros.odd >= UTF16_ZERO_SHARE && zeros.even === 0) return 'utf-16le';
  if (zeros.even >= UTF16_ZERO_SHARE && zeros.odd === 0) return 'utf-16be';
  return isUtf8(bytes) || isUtf8ButForTheEnd(bytes) ? 'utf-8' : 'windows-1252';
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

/** Control characters of both sets (Unicode 17, section 23.1), except those that lay out text. */
function isMostlyControl(sample: string): boolean {
  return (sample.match(/(?![\t\n\v\f\r])\p{Cc}/gu)?.length ?? 0) > sample.length * MAX_CONTROL_SHARE;
}
