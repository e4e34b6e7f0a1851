export const GROUPINGS = ['day', 'week', 'month'] as const;
/** Weeks begin on Monday (ISO 8601). */
export type Grouping = (typeof GROUPINGS)[number];

/** Five years, two of which may be leap years. */
export const MAX_PERIOD_DAYS = 5 * 365 + 2;

export interface ReportRequest {
  from: Date;
  /** Exclusive. */
  to: Date;
  groupBy: Grouping;
}

export interface Figures {
  /** Begun within the time. */
  conversations: number;
  /** Of those, the ones that never needed a person. */
  aiResolved: number;
  escalated: number;
  /** aiResolved / conversations; 0 without conversations. */
  resolutionRate: number;
  /** Seconds from a message to its reply, on average; 0 without replies. */
  avgResponseTimeS: number;
  /** Mean of the scores, 1 to 5, that were given within the time; null without any. */
  customerSatisfaction: number | null;
}

export interface Bucket extends Figures {
  /** First day of the bucket, `YYYY-MM-DD` in UTC, which may lie before the period. */
  date: string;
}

/** How people were needed in the conversations of the period. */
export interface HandOffFigures {
  /** Escalations by reason; reasons that did not occur are absent. */
  byReason: Readonly<Record<string, number>>;
  /** Seconds; null when nobody has accepted one. */
  avgWaitingTimeS: number | null;
  /** Seconds; null when none has ended. */
  avgHandlingTimeS: number | null;
}

export interface Report {
  totals: Figures;
  handOff: HandOffFigures;
  /** Every bucket that the period touches, oldest first. */
  buckets: readonly Bucket[];
}
