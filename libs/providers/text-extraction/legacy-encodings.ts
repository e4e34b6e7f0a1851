/**
 * Which encoding a text without a mark has that is no UTF-8, told by what its bytes would be in each: Japanese is full of
 * kana, Korean of syllables, Chinese of the few thousand characters that its standards put first, and Cyrillic and Greek are
 * whole words of high bytes where Western languages have single ones. Layouts: WHATWG Encoding, 2026-09.
 */
export type LegacyEncoding =
  | 'windows-1252'
  | 'windows-1251'
  | 'windows-1253'
  | 'koi8-r'
  | 'shift_jis'
  | 'euc-jp'
  | 'euc-kr'
  | 'gb18030'
  | 'big5';

/** Enough to tell, and quickly decoded in each. */
const SAMPLE_BYTES = 16_384;
/** High bytes beside each other are no Western language. */
const RUN_BYTES = 4;
const MAX_WESTERN_RUN_SHARE = 0.4;
/** Of the characters beyond ASCII. */
const MIN_KANA_SHARE = 0.2;
const MIN_SYLLABLE_SHARE = 0.75;
const MIN_COMMON_SHARE = 0.7;
const MIN_LETTER_SHARE = 0.9;
/** Greek writes an accent in every other word, where Cyrillic has capitals that hardly begin one. */
const MIN_GREEK_ACCENTS = 0.02;

/** Undefined when it cannot be told. The bytes are not valid UTF-8. */
export function legacyEncodingOf(bytes: Uint8Array): LegacyEncoding | undefined {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (shareInRuns(sample) <= MAX_WESTERN_RUN_SHARE) return 'windows-1252';
  return eastAsian(sample) ?? alphabetic(sample);
}

function eastAsian(sample: Uint8Array): LegacyEncoding | undefined {
  const shareOf = (encoding: LegacyEncoding, letters: RegExp) => shareIn(decodedStrictly(encoding, sample), letters);
  if (shareOf('euc-kr', /\p{Script=Hangul}/u) >= MIN_SYLLABLE_SHARE) return 'euc-kr';
  // Halfwidth katakana are single bytes, which other texts are full of by chance.
  for (const encoding of ['shift_jis', 'euc-jp'] as const) {
    if (shareOf(encoding, /[\u3041-\u30ff]/u) >= MIN_KANA_SHARE) return encoding;
  }
  const [gb, big5] = [shareOfPairs(sample, isCommonGb), shareOfPairs(sample, isCommonBig5)];
  if (Math.max(gb, big5) < MIN_COMMON_SHARE) return undefined;
  const encoding = gb >= big5 ? 'gb18030' : 'big5';
  return decodedStrictly(encoding, sample) === undefined ? undefined : encoding;
}

/** Small letters are the most; where they stand tells the tables apart. */
function alphabetic(sample: Uint8Array): LegacyEncoding | undefined {
  const high = sample.filter((byte) => byte >= 0x80);
  const shareBetween = (from: number, to: number) =>
    high.filter((byte) => byte >= from && byte <= to).length / high.length;
  if (shareBetween(0xc0, 0xff) < MIN_LETTER_SHARE) return undefined;
  if (shareBetween(0xc0, 0xdf) > shareBetween(0xe0, 0xff)) return 'koi8-r';
  return shareBetween(0xdc, 0xdf) >= MIN_GREEK_ACCENTS ? 'windows-1253' : 'windows-1251';
}

function shareInRuns(sample: Uint8Array): number {
  let [all, inRuns, run] = [0, 0, 0];
  for (const byte of sample) {
    if (byte >= 0x80) {
      all++;
      run++;
      continue;
    }
    if (run >= RUN_BYTES) inRuns += run;
    run = 0;
  }
  if (run >= RUN_BYTES) inRuns += run;
  return all === 0 ? 0 : inRuns / all;
}

/** Undefined when not all of it is of that encoding; the sample may end within a character. */
function decodedStrictly(encoding: LegacyEncoding, sample: Uint8Array): string | undefined {
  for (const cut of [0, 1, 2, 3]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(sample.subarray(0, sample.length - cut));
    } catch {
      // The next cut, or none.
    }
  }
  return undefined;
}

function shareIn(text: string | undefined, letters: RegExp): number {
  const others = [...(text ?? '')].filter((char) => char > '\x7f');
  return others.length === 0 ? 0 : others.filter((char) => letters.test(char)).length / others.length;
}

function shareOfPairs(sample: Uint8Array, isCommon: (lead: number, trail: number) => boolean): number {
  let [all, common] = [0, 0];
  for (let at = 0; at + 1 < sample.length; at++) {
    const [lead, trail] = [sample[at] as number, sample[at + 1] as number];
    if (lead < 0x80) continue;
    all++;
    if (isCommon(lead, trail)) common++;
    at++;
  }
  return all === 0 ? 0 : common / all;
}

/** The first level of GB 2312, by sound, and its marks. */
function isCommonGb(lead: number, trail: number): boolean {
  return trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3));
}

/** The first level of Big5, by strokes, and its marks. */
function isCommonBig5(lead: number, trail: number): boolean {
  return lead >= 0xa1 && lead <= 0xc6 && ((trail >= 0x40 && trail <= 0x7e) || trail >= 0xa1);
}
