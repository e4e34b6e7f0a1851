/**
 * Questions -> their classifier: each question a class, its phrasings the examples, one of them being enough. The words of the
 * answer are weak evidence beside them. It works in small steps between which others get their turn: some milliseconds in all
 * for a hundred questions, seconds for the largest base.
 */
import { detectLanguage, type LanguageCode } from '#domain/language';
import type { ClassifierParts, TaughtQuestion } from './classifier-parts';
import { FeatureTable, type SparseVector, worthOf } from './feature-table';
import { MachineShop } from './machine-shop';
import { MAX_ROWS, postingsOf } from './postings';
import { type Feature, featuresOf, phrasingHash, stemCounts } from './question-features';

/** Phrasings of a base that are learned; with more questions than that the last ones are left to the words alone. */
export const MAX_TAUGHT_PHRASINGS = 20_000;
const MAX_PHRASING_CHARS = 500;
/** Of all answers together. */
const MAX_ANSWER_CHARS = 2_000_000;
export const MAX_CHARS_OF_AN_ANSWER = 20_000;
/** Saturation of repeated words and weight of a text's length, as in BM25. */
const K1 = 0.9;
const B = 0.4;
const DETECTED_CHARS = 500;

export interface Pacing {
  readonly isDue: boolean;
  step(): Promise<void>;
}

interface Row {
  hash: number;
  features: Feature[];
}

interface Stems {
  length: number;
  counts: ReadonlyMap<number, { count: number; rate: number }>;
}

interface Learned {
  id: string;
  language: LanguageCode;
  rows: Row[];
  answer: Stems;
}

export async function trainQuestionClassifier(
  questions: readonly TaughtQuestion[],
  pace: Pacing,
): Promise<ClassifierParts> {
  const learned = await learn(questions, pace);
  const rowCounts = learned.map(({ rows }) => rows.length);
  const rowStarts = Uint32Array.from([0, ...runningSums(rowCounts)]);
  const table = phrasingTable(learned);
  const vectors: SparseVector[] = [];
  for (const { rows } of learned) {
    if (pace.isDue) await pace.step();
    for (const { features } of rows) vectors.push(table.vectorOf(features));
  }
  const postings = postingsOf(table.size, vectors);
  const shop = new MachineShop(table.size, vectors, postings, rowStarts);
  for (let question = 0; question < learned.length; question++) {
    if (pace.isDue) await pace.step();
    shop.fit(question);
  }
  return {
    ids: learned.map(({ id }) => id),
    languages: learned.map(({ language }) => language),
    rowStarts,
    phrasings: Uint32Array.from(learned.flatMap(({ rows }) => rows.map(({ hash }) => hash))),
    lengths: Float32Array.from(learned, (_, at) => lengthOfSum(vectors.slice(rowStarts[at], rowStarts[at + 1]))),
    table,
    postings,
    machines: shop.machines,
    ...answerParts(learned),
  };
}

async function learn(questions: readonly TaughtQuestion[], pace: Pacing): Promise<Learned[]> {
  const taught = questions.slice(0, Math.min(MAX_TAUGHT_PHRASINGS, MAX_ROWS));
  const perQuestion = Math.max(1, Math.floor(MAX_TAUGHT_PHRASINGS / Math.max(1, taught.length)));
  const answerChars = Math.min(MAX_CHARS_OF_AN_ANSWER, Math.floor(MAX_ANSWER_CHARS / Math.max(1, taught.length)));
  const languages = languagesOf(taught);
  const learned: Learned[] = [];
  for (const [at, { id, phrasings, answer }] of taught.entries()) {
    const language = languages[at]!;
    const rows: Row[] = [];
    for (const text of phrasings.slice(0, perQuestion)) {
      if (pace.isDue) await pace.step();
      rows.push({ hash: phrasingHash(text), features: featuresOf(text.slice(0, MAX_PHRASING_CHARS), language) });
    }
    if (pace.isDue) await pace.step();
    learned.push({ id, language, rows, answer: stemsOf(answer.slice(0, answerChars), language) });
  }
  return learned;
}

/** What is too short to tell is taken for what most others are written in. */
function languagesOf(questions: readonly TaughtQuestion[]): LanguageCode[] {
  const detected = questions.map(({ phrasings, answer }) =>
    detectLanguage(`${phrasings.slice(0, 5).join('\n')}\n${answer.slice(0, DETECTED_CHARS)}`),
  );
  const counts = [...Map.groupBy(detected, (language) => language)].filter(([language]) => language !== 'simple');
  const usual = counts.sort(([, one], [, other]) => other.length - one.length)[0]?.[0] ?? 'simple';
  return detected.map((language) => (language === 'simple' ? usual : language));
}

function stemsOf(answer: string, language: LanguageCode): Stems {
  const counts = stemCounts(answer, language);
  return { counts, length: counts.values().reduce((sum, { count }) => sum + count, 0) };
}

function phrasingTable(learned: readonly Learned[]): FeatureTable {
  return tableOf(
    learned.map(({ rows }) => new Map(rows.flatMap(({ features }) => features.map(({ hash, rate }) => [hash, rate])))),
  );
}

/** @param rates of the features that each question has */
function tableOf(rates: readonly ReadonlyMap<number, number>[]): FeatureTable {
  const found = new Map<number, { having: number; rate: number }>();
  for (const ofQuestion of rates) {
    for (const [hash, rate] of ofQuestion) {
      const known = found.get(hash);
      if (known) known.having++;
      else found.set(hash, { having: 1, rate });
    }
  }
  const hashes = Uint32Array.from(found.keys()).sort();
  const worths = Float32Array.from(hashes, (hash) => {
    const { having, rate } = found.get(hash)!;
    return worthOf(rates.length, having, rate);
  });
  return new FeatureTable(hashes, worths, rates.length);
}

function answerParts(learned: readonly Learned[]) {
  const words = learned.map(({ rows, answer }) => {
    const said = rows.flatMap(({ features }) => features.filter(({ kind }) => kind === 0));
    const rates = [...answer.counts].map(([hash, { rate }]) => [hash, rate] as const);
    return new Map([...said.map(({ hash, rate }) => [hash, rate] as const), ...rates]);
  });
  const answerTable = tableOf(words);
  const meanLength = learned.reduce((sum, { answer }) => sum + answer.length, 0) / Math.max(1, learned.length) || 1;
  const vectors = learned.map(({ answer: { counts, length } }) => {
    const norm = K1 * (1 - B + (B * length) / meanLength);
    const entries = [...counts].map(([hash, { count }]) => [
      answerTable.idOf(hash),
      (count * (K1 + 1)) / (count + norm),
    ]);
    return { ids: entries.map(([id]) => id!), values: entries.map(([, value]) => value!) };
  });
  return { answerTable, answers: postingsOf(answerTable.size, vectors) };
}

function lengthOfSum(vectors: readonly SparseVector[]): number {
  const sums = new Map<number, number>();
  for (const { ids, values } of vectors) {
    for (const [at, id] of ids.entries()) sums.set(id, (sums.get(id) ?? 0) + values[at]!);
  }
  return Math.sqrt(sums.values().reduce((total, value) => total + value * value, 0)) || 1;
}

function runningSums(counts: readonly number[]): number[] {
  let sum = 0;
  return counts.map((count) => {
    sum += count;
    return sum;
  });
}
