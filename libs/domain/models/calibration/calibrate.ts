/** Asks a model about the calibration pairs, and finds what its numbers mean. */
import type { EmbeddingModel } from '#providers/embeddings';
import type { Reranker } from '#providers/reranking';
import type { Calibration } from './calibration.types';
import { CALIBRATION_PAIRS, FAMILY_SIZE } from './calibration-pairs';
import { type Fit, fitCosines, fitScores, type Observations } from './fit-curve';

/** Of pairs and method; calibrations of another edition are made anew. */
export const CALIBRATION_EDITION = 1;

/** Each question is a call: a family of English and one of German. */
const RERANKED_PAIRS = [0, 1, 2, 3, 20, 21, 22, 23].map((index) => CALIBRATION_PAIRS[index]!);

/** Two calls. @throws what the model throws */
export async function calibrateEmbedding(model: EmbeddingModel, space: string): Promise<Calibration> {
  const questions = await model.embed({ texts: CALIBRATION_PAIRS.map(({ question }) => question), purpose: 'query' });
  const passages = await model.embed({ texts: CALIBRATION_PAIRS.map(({ passage }) => passage), purpose: 'passage' });
  const cosines = questions.vectors.map((question) => passages.vectors.map((passage) => dot(question, passage)));
  return calibrationOf(space, fitCosines(observationsOf(cosines)));
}

/** Eight calls, one after the other, because trial accounts take few at a time. @throws what the model throws */
export async function calibrateReranker(model: Reranker, space: string): Promise<Calibration> {
  const texts = RERANKED_PAIRS.map(({ passage }) => passage);
  const rows: Array<readonly number[]> = [];
  for (const { question } of RERANKED_PAIRS) rows.push((await model.rerank({ query: question, texts })).scores);
  return calibrationOf(space, fitScores(observationsOf(rows)));
}

function calibrationOf(space: string, { auc, curve }: Fit): Calibration {
  return { space, edition: CALIBRATION_EDITION, auc, curve };
}

/** @param rows of each question the number of each passage, both in the order of the pairs */
function observationsOf(rows: ReadonlyArray<readonly number[]>): Observations {
  const observed = { answers: [] as number[], neighbours: [] as number[], strangers: [] as number[] };
  for (const [question, row] of rows.entries()) {
    for (const [passage, number] of row.entries()) observed[relationOf(question, passage)].push(number);
  }
  return observed;
}

function relationOf(question: number, passage: number): keyof Observations {
  if (question === passage) return 'answers';
  return Math.floor(question / FAMILY_SIZE) === Math.floor(passage / FAMILY_SIZE) ? 'neighbours' : 'strangers';
}

/** Vectors have length 1, so that it is their cosine. */
function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * (b[i] ?? 0);
  return sum;
}
