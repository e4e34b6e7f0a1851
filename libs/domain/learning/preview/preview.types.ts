import type { SkippedItem } from '../learning.types';

/** As the bot would say it with the built-in model. */
export interface PreviewedReply {
  text: string;
  /** Calibrated probability, 0 to 1, that the reply answers the question from the knowledge. */
  confidence: number;
  grounded: boolean;
}

/** A question that would be answered otherwise. */
export interface ChangedAnswer {
  query: string;
  before: PreviewedReply;
  after: PreviewedReply;
  /** Ids of the items that the new answer rests on. */
  because: readonly string[];
}

export interface LearningPreview {
  changes: readonly ChangedAnswer[];
  /** Questions that were asked, each once, that were looked at. */
  questions: number;
  /** Items that were tried out. */
  items: number;
  /** Items that cannot be tried out, and why. */
  skipped: readonly SkippedItem[];
  /** Name of the model that spoke: texts of the bot's own model would differ. */
  model: string;
}
