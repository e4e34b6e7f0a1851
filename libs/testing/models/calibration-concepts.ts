/**
 * What lets a mock model pass the calibration (`libs/domain/models/calibration`): it knows which of its texts belong together,
 * as if it knew their meaning. Models that get none of this know words only, and are found not to tell.
 */
import { CALIBRATION_TOPICS } from '../../domain/models/calibration/calibration-families';

const FAMILIES = CALIBRATION_TOPICS.flatMap(({ families }) => families);

/** For `conceptVector`: a question and its answer are one concept, which its lure is not. */
export const CALIBRATION_CONCEPTS: Readonly<Record<string, string>> = Object.fromEntries(
  FAMILIES.flatMap(({ question, answer, lure }, family) => [
    [question, `calibrated answer ${family}`],
    [answer, `calibrated answer ${family}`],
    [lure, `calibrated lure ${family}`],
  ]),
);

const ANSWERS: ReadonlyMap<string, string> = new Map(FAMILIES.map(({ question, answer }) => [question, answer]));

/** For `ScriptedReranker`: 1 for the answer of a question of the calibration, 0 for its other texts. */
export function calibrationScore(question: string, text: string): number {
  return ANSWERS.get(question) === text ? 1 : 0;
}
