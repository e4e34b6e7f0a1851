import { isRight, type JudgedText } from './judged-texts';
import type { CalibrationBin } from './report.types';

const ERROR_BINS = 15;
const CURVE_BINS = 10;

type Confident = Pick<JudgedText, 'intent' | 'predicted' | 'confidence'>;

/** Bins of equal width that have texts, the least confident first. */
export function calibrationCurveOf(judged: readonly Confident[]): CalibrationBin[] {
  return binsOf(judged, CURVE_BINS).flatMap((texts, bin) => {
    if (texts.length === 0) return [];
    const confidence = texts.reduce((sum, text) => sum + text.confidence, 0) / texts.length;
    const accuracy = texts.filter(isRight).length / texts.length;
    return [{ from: bin / CURVE_BINS, to: (bin + 1) / CURVE_BINS, count: texts.length, confidence, accuracy }];
  });
}

/** Mean distance between confidence and the share that was right, over bins of equal width (Guo et al. 2017). */
export function calibrationErrorOf(judged: readonly Confident[]): number {
  const drifts = binsOf(judged, ERROR_BINS).map((texts) =>
    Math.abs(texts.reduce((sum, text) => sum + text.confidence - (isRight(text) ? 1 : 0), 0)),
  );
  return drifts.reduce((sum, drift) => sum + drift, 0) / judged.length;
}

function binsOf(judged: readonly Confident[], count: number): Confident[][] {
  const bins = Array.from({ length: count }, (): Confident[] => []);
  for (const text of judged) bins[Math.min(count - 1, Math.floor(text.confidence * count))]!.push(text);
  return bins;
}
