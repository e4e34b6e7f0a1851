export const LEARNING_TYPES = ['query_response', 'intent_pattern', 'entity_pattern', 'fallback_response'] as const;
/**
 * `query_response`: what to answer to a question; `fallback_response`: the same for a question that the bot often failed at;
 * `intent_pattern`: how an intent is said; `entity_pattern`: how an entity is called.
 */
export type LearningType = (typeof LEARNING_TYPES)[number];

export const LEARNING_SOURCES = ['user_feedback', 'analytics', 'manual'] as const;
/** Ratings; what was found in conversations; a person of the team. */
export type LearningSource = (typeof LEARNING_SOURCES)[number];

export const LEARNING_STATUSES = ['pending', 'approved', 'rejected'] as const;
export type LearningStatus = (typeof LEARNING_STATUSES)[number];

export interface LearnedEntity {
  type: string;
  value: string;
}

/** What is learned. Which fields count depends on the type; what is not known yet is absent. */
export interface Lesson {
  query?: string;
  response?: string;
  intent?: string;
  entity?: LearnedEntity;
  pattern?: string;
  /** 0 to 1: how likely it is right. */
  confidence: number;
}

/** What speaks for a lesson. */
export interface Evidence {
  /** How often it was seen. */
  count?: number;
  lastSeenAt?: string;
  /** The reply that was rated badly. */
  rejectedResponse?: string;
  /** Who has answered in place of the bot. */
  agent?: { id: string | null; name: string | null };
}

/** Where an item stands since it was applied. */
export type Written =
  | { kind: 'document'; knowledgeBaseId: string; itemId: string }
  | { kind: 'examples'; datasetId: string; exampleIds: readonly string[] };

export interface LearningItem {
  id: string;
  teamId: string;
  botId: string;
  type: LearningType;
  source: LearningSource;
  status: LearningStatus;
  lesson: Lesson;
  evidence: Evidence;
  /** Words of end users that it was made from, the latest first; a few of them. */
  examples: readonly string[];
  /** Of all of them. */
  exampleCount: number;
  /** What users said about it when they rated, the latest first; a few of them. */
  comments: readonly string[];
  appliedAt: Date | null;
  written: Written | null;
  createdAt: Date;
  updatedAt: Date;
}

export type LessonInput = Partial<Omit<Lesson, 'confidence'>>;

export interface NewLearningItem extends LessonInput {
  type: LearningType;
}

/** Absent leaves a field as it is, null clears it. */
export type LessonPatch = { [Field in keyof LessonInput]: LessonInput[Field] | null };

export interface LearningListRequest {
  type?: LearningType;
  source?: LearningSource;
  status?: LearningStatus;
  page: number;
  limit: number;
}

/** Lengths in characters. */
export const LESSON_LIMITS = {
  queryLength: 2_000,
  responseLength: 20_000,
  intentLength: 200,
  patternLength: 2_000,
  entityLength: 500,
} as const;

/** An item that was to be applied and could not be. */
export interface SkippedItem {
  learningId: string;
  type: LearningType;
  reason: string;
}

export interface Application {
  applied: number;
  byType: Readonly<Partial<Record<LearningType, number>>>;
  skipped: readonly SkippedItem[];
  knowledgeBaseIds: readonly string[];
  datasetIds: readonly string[];
  /** That learns from the examples that were written. */
  trainingSessionId?: string;
  /** Why none was started although there is something to learn from. */
  trainingPostponed?: string;
  /** More items are waiting than one call takes. */
  isMore: boolean;
}

export interface Generation {
  /** Those that are found now and not rejected, newest first. */
  items: readonly LearningItem[];
  /** How many of them nobody knew before. */
  newItems: number;
  /** Turns that were looked at. */
  turns: number;
  /** The chatbot has more turns than are looked at; the latest were. */
  isBounded: boolean;
}

export interface Reversion {
  item: LearningItem;
  /** That forgets the examples that were taken out. */
  trainingSessionId?: string;
}
