/**
 * The examples as the trainer sees them: each intent with the same words once, in an order that the seed decides,
 * so that later rounds over them in the order of memory meet the intents mixed.
 */
import { detectLanguage, type LanguageCode } from '#domain/language';
import { type LabelledText, OUT_OF_SCOPE } from '../classifier.types';
import { SparseRows } from '../features/sparse-rows';
import { foldText, hashText, MAX_TEXT_LENGTH, spacedWords, type TextHashes } from '../features/text-features';
import type { SparseVector, Vocabulary } from '../features/vocabulary';
import { buildVocabulary } from '../features/vocabulary-builder';
import { SeededRandom } from '../seeded-random';
import { exampleKey } from './example-key';
import { hasFewExamples } from './few-examples';
import { tellingNames } from './intent-names';

/** Nothing of four letters and more is close to a shorter word. */
const SHORTEST_SPELLED = 3;
/** Compared with an unknown word in less than a tenth of a millisecond. */
const MAX_SPELLED = 20_000;
const TEXTS_FOR_LANGUAGE = 100;
const MIN_TEXT_LENGTH = 40;
/** About 100 bytes each while the trainer works. */
const MAX_TOTAL_LENGTH = 8_000_000;

/** In place of an intent in `TrainingRows.intentOf`. */
export const NO_INTENT = -1;

export interface TrainingRows {
  intents: readonly string[];
  /** Whose meanings are read; none with many examples, or of a language that is not known. */
  language: LanguageCode | undefined;
  vocabulary: Vocabulary;
  /** Of examples and names, those that most of them have first. */
  spelledWords: readonly string[];
  /**
   * The examples; then the names of intents that say something, which teach like an example and are never asked about; then one
   * that is empty and of no intent: a text of which nothing is known belongs nowhere. It is all that a single intent is
   * told from.
   */
  rows: SparseRows;
  /** Index of the intent of a row, or NO_INTENT. */
  intentOf: Int32Array;
  /** Of examples only, as are the texts: ids of single words; -1 for those that the vocabulary left out. */
  words: readonly Int32Array[];
  texts: readonly string[];
  /** Of all but the empty row: what the example is in every training. */
  keys: BigUint64Array;
  /** The same without the intent: equal for equal words. */
  textKeys: BigUint64Array;
  /** How many examples the row stands for. */
  counts: Uint32Array;
  foldedTexts: readonly string[];
  maxTextLength: number;
}

const EMPTY: SparseVector = { ids: new Int32Array(0), values: new Float32Array(0) };

interface Row extends LabelledText {
  folded: string;
  hashes: TextHashes;
  count: number;
}

export function prepareRows(
  examples: readonly LabelledText[],
  seed: number,
  onStep: (share: number) => void,
): TrainingRows {
  const maxTextLength = textLengthFor(examples);
  const distinct = distinctRows(examples, maxTextLength, (share) => onStep(share * 0.3));
  const order = Int32Array.from(distinct.keys());
  new SeededRandom(seed).shuffle(order);
  const shuffled = Array.from(order, (at) => distinct[at]!);
  const intents = [...new Set(shuffled.map(({ intent }) => intent))].filter((intent) => intent !== OUT_OF_SCOPE).sort();
  const indexes = new Map(intents.map((intent, index) => [intent, index]));
  const language = hasFewExamples({ texts: shuffled, intents }) ? languageOf(shuffled) : undefined;
  const rows =
    language === undefined ? shuffled : shuffled.map((row) => ({ ...row, hashes: hashText(row.folded, { language }) }));
  const taught = [...rows, ...nameRows(intents, rows, language)];
  const vocabulary = buildVocabulary(
    taught.map(({ hashes }) => hashes),
    (share) => onStep(0.3 + share * 0.4),
  );
  return {
    intents,
    language,
    vocabulary,
    spelledWords: spelledWords(taught),
    rows: new SparseRows(vocabulary.size, [
      ...vectorsOf(taught, vocabulary, (share) => onStep(0.7 + share * 0.3)),
      EMPTY,
    ]),
    intentOf: Int32Array.from([...taught.map(({ intent }) => indexes.get(intent) ?? NO_INTENT), NO_INTENT]),
    words: rows.map(({ hashes }) => Int32Array.from(hashes.words, (hash) => vocabulary.idOf(hash))),
    texts: rows.map(({ text }) => text),
    keys: BigUint64Array.from(rows, ({ intent, hashes }) => exampleKey(intent, hashes.words)),
    textKeys: BigUint64Array.from(rows, ({ hashes }) => exampleKey('', hashes.words)),
    counts: Uint32Array.from(rows, ({ count }) => count),
    foldedTexts: rows.map(({ folded }) => folded),
    maxTextLength,
  };
}

function textLengthFor(examples: readonly LabelledText[]): number {
  let length = MAX_TEXT_LENGTH;
  const total = () => examples.reduce((sum, { text }) => sum + Math.min(text.length, length), 0);
  while (length > MIN_TEXT_LENGTH && total() > MAX_TOTAL_LENGTH) length = Math.floor(length * 0.8);
  return length;
}

function distinctRows(
  examples: readonly LabelledText[],
  maxTextLength: number,
  onStep: (share: number) => void,
): Row[] {
  const rows = new Map<string, Row>();
  examples.forEach(({ text, intent }, at) => {
    if (at % 500 === 0) onStep(at / examples.length);
    const folded = foldText(text, maxTextLength);
    const hashes = hashText(folded);
    const row = { text, intent, folded, hashes, count: 1 };
    const key = keyOf(row);
    const known = rows.get(key);
    if (known !== undefined) known.count++;
    else if (hashes.words.length > 0) rows.set(key, row);
  });
  return [...rows.values()];
}

function keyOf({ intent, hashes }: Row): string {
  return `${intent.length} ${intent}${hashes.words.join()}`;
}

function spelledWords(rows: readonly Row[]): string[] {
  const counts = new Map<string, number>();
  for (const { folded } of rows) {
    for (const word of new Set(spacedWords(folded))) {
      if (word.length >= SHORTEST_SPELLED) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const byCount = [...counts].sort(
    ([word, count], [other, otherCount]) => otherCount - count || (word < other ? -1 : 1),
  );
  return byCount.slice(0, MAX_SPELLED).map(([word]) => word);
}

/** As far as can be told from some of them. */
function languageOf(rows: readonly Row[]): LanguageCode | undefined {
  const sample = rows.slice(0, TEXTS_FOR_LANGUAGE).map(({ text }) => text);
  const language = detectLanguage(sample.join('\n'));
  return language === 'simple' ? undefined : language;
}

/** Not of an intent that has its name for an example. */
function nameRows(intents: readonly string[], rows: readonly Row[], language: LanguageCode | undefined): Row[] {
  const known = new Set(rows.map(keyOf));
  return tellingNames(intents)
    .map(
      (text, index): Row => ({
        text,
        intent: intents[index]!,
        folded: text,
        hashes: hashText(text, { language }),
        count: 1,
      }),
    )
    .filter((row) => row.text !== '' && !known.has(keyOf(row)));
}

function vectorsOf(rows: readonly Row[], vocabulary: Vocabulary, onStep: (share: number) => void): SparseVector[] {
  return rows.map(({ hashes }, at) => {
    if (at % 500 === 0) onStep(at / rows.length);
    return vocabulary.vectorOf(hashes);
  });
}
