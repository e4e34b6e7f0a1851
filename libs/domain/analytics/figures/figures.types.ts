import type { Range } from './range';

/** A bucket of a timeline: its first day and what happened in it. */
export type Dated<Figures> = Figures & {
  /** `YYYY-MM-DD`. */
  date: string;
};

export interface FigureReport<Totals, Figures> {
  range: Range;
  totals: Totals;
  timeline: ReadonlyArray<Dated<Figures>>;
}

export interface MessageFigures {
  total: number;
  userMessages: number;
  botMessages: number;
  /** Of people who answered in place of the bot. */
  agentMessages: number;
}

export interface UserFigures {
  /** Different users. */
  total: number;
  /** Of those, the ones who had never been there before. */
  newUsers: number;
  returningUsers: number;
}

export interface SessionFigures {
  /** Sittings that began then. */
  total: number;
  /** Conversations that began then; a conversation may have several sittings. */
  conversations: number;
  /** Seconds from the first message to the last; 0 without sittings. */
  averageDuration: number;
  averageMessages: number;
}

export interface IntentFigures {
  /** Messages whose intent was recognised. */
  total: number;
  /** Messages that were none of the bot's intents. */
  outOfScope: number;
}

export interface IntentShare {
  intent: string;
  count: number;
  /** 0 to 100, of the messages whose intent was recognised. */
  percentage: number;
}

export interface UsageFigures {
  /** Replies. */
  total: number;
  inputTokens: number;
  outputTokens: number;
  /** US dollars, of the replies whose price is known. */
  costUsd: number;
  unpricedReplies: number;
}

export interface ModelUsage extends UsageFigures {
  model: string;
  modelId: number | null;
}

export interface QualityFigures {
  /** Replies. */
  total: number;
  latencyP50Ms: number | null;
  latencyP95Ms: number | null;
  averageLatencyMs: number | null;
  averageConfidence: number | null;
  /** Replies to questions to which the knowledge had no answer. */
  noContext: number;
  /** 0 to 1, of the replies. */
  noContextRate: number;
  positiveRatings: number;
  neutralRatings: number;
  negativeRatings: number;
  /** 1 to 5; null without scores. */
  averageScore: number | null;
  escalations: number;
  /** Escalations for each sitting that began then. */
  escalationRate: number;
  resolutions: number;
}
