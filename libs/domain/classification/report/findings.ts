/** What suggestions are made from, and what they are before they are chosen. */
import type { TrainingRows } from '../examples/training-rows';
import type { ErrorPair } from './confusions';
import type { JudgedText } from './judged-texts';
import type { ContradictionGroup, Suggestion, TrainingReport } from './report.types';

export interface Findings {
  data: TrainingRows;
  /** In scope; empty when nothing can be said. */
  judged: readonly JudgedText[];
  pairs: readonly ErrorPair[];
  contradictions: readonly ContradictionGroup[];
  figures: Omit<TrainingReport, 'suggestions'>;
}

/** What was found out, and about how many examples would be judged better. */
export interface Advice extends Omit<Suggestion, 'intent' | 'otherIntent' | 'texts'> {
  intent?: string;
  otherIntent?: string;
  texts?: readonly string[];
  worth: number;
}
