/** Asks a model about the calibration families, and finds what its numbers mean. */
import type { EmbeddingModel } from '#providers/embeddings';
import type { Reranker } from '#providers/reranking';
import type { Calibration } from './calibration.types';
import { CALIBRATION_TOPICS, type CalibrationFamily, type CalibrationTopic } from './calibration-families';
import { type Fit, fitCosines, fitScores, type Observations } from './fit-curve';

/** Of families and method; calibrations of another edition are made anew. */
export const CALIBRATION_EDITION = 2;

interface Asked extends CalibrationFamily {
  language: CalibrationTopic['language'];
  topic: number;
}

const ALL: readonly Asked[] = CALIBRATION_TOPICS.flatMap(({ language, families }, topic) =>
  families.map((family) => ({ ...family, language, topic })),
);
/** Each question is a call: of two topics in English, and of one in German. */
const RERANKED = [0, 1, 2, 4, 5, 6, 20, 21].map((index) => ALL[index]!);

/** Of AUC; less is what the choice of a few families makes of a model that knows all languages alike. */
const MIN_GAIN = 0.05;

/** The number of each question (row) with each passage (column): first all answers, then all lures. */
type Numbers = ReadonlyArray<readonly number[]>;

/** Two calls. @throws what the model throws */
export async function calibrateEmbedding(model: EmbeddingModel, space: string): Promise<Calibration> {
  const questions = await model.embed({ texts: ALL.map(({ question }) => question), purpose: 'query' });
  const passages = await model.embed({ texts: passagesOf(ALL), purpose: 'passage' });
  const cosines = questions.vectors.map((question) => passages.vectors.map((passage) => dot(question, passage)));
  return calibrationOf(space, fitted(ALL, cosines, fitCosines));
}

/** Eight calls, one after the other, because trial accounts take few at a time. @throws what the model throws */
export async function calibrateReranker(model: Reranker, space: string): Promise<Calibration> {
  const texts = passagesOf(RERANKED);
  const rows: Array<readonly number[]> = [];
  for (const { question } of RERANKED) rows.push((await model.rerank({ query: question, texts })).scores);
  return calibrationOf(space, fitted(RERANKED, rows, fitScores));
}

function passagesOf(asked: readonly Asked[]): string[] {
  return [...asked.map(({ answer }) => answer), ...asked.map(({ lure }) => lure)];
}

function calibrationOf(space: string, { auc, curve }: Fit): Calibration {
  return { space, edition: CALIBRATION_EDITION, auc, curve };
}

/**
 * Many models know English only. In other languages they see nothing but words, which would blur what they know: they are
 * judged without them.
 */
function fitted(asked: readonly Asked[], numbers: Numbers, fitOf: (observed: Observations) => Fit): Fit {
  const all = fitOf(observationsOf(asked, numbers, () => true));
  const english = fitOf(observationsOf(asked, numbers, ({ language }) => language === 'en'));
  return english.auc > all.auc + MIN_GAIN ? english : all;
}

/** @param counts whether a family is asked and is answered by */
function observationsOf(asked: readonly Asked[], numbers: Numbers, counts: (family: Asked) => boolean): Observations {
  const observed: Record<keyof Observations, number[]> = { answers: [], lures: [], neighbours: [], strangers: [] };
  for (const [at, row] of numbers.entries()) {
    const own = asked[at]!;
    if (!counts(own)) continue;
    for (const [passage, number] of row.entries()) {
      const theirs = asked[passage % asked.length]!;
      if (counts(theirs)) observed[relationOf(own, theirs, passage < asked.length)].push(number);
    }
  }
  return observed;
}

function relationOf(own: Asked, theirs: Asked, isAnswer: boolean): keyof Observations {
  if (own === theirs) return isAnswer ? 'answers' : 'lures';
  return own.topic === theirs.topic ? 'neighbours' : 'strangers';
}

/** Vectors have length 1, so that it is their cosine. */
function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * (b[i] ?? 0);
  return sum;
}
