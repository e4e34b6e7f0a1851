import type { Document } from '#domain/documents';
import type { LearningItem, SkippedItem, Written } from '../learning.types';

/** What became of some items in one transaction. */
export interface WrittenLessons {
  applied: { item: LearningItem; written: Written }[];
  skipped: SkippedItem[];
  /** Bases or datasets that were written to. */
  places: Set<string>;
  documents: Document[];
}
