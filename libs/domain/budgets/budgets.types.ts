/** Whose use is bounded. */
export const BUDGET_SUBJECTS = ['team', 'key', 'bot', 'end_user'] as const;
export type BudgetSubject = (typeof BUDGET_SUBJECTS)[number];

/** `requests`: messages to bots and what is like them; `tokens`: read and written by models, together. */
export const BUDGET_MEASURES = ['requests', 'tokens'] as const;
export type BudgetMeasure = (typeof BUDGET_MEASURES)[number];

/** Of the calendar, in UTC. */
export const BUDGET_PERIODS = ['minute', 'hour', 'day', 'month'] as const;
export type BudgetPeriod = (typeof BUDGET_PERIODS)[number];

/** Above it numbers would not be exact in JSON for every reader; nobody needs more. */
export const MAX_ALLOWANCE = 1_000_000_000_000;

export interface Budget {
  id: string;
  teamId: string;
  subject: BudgetSubject;
  /** Null: of the team; or of each key, bot or end user that has no such budget of its own. */
  subjectId: string | null;
  measure: BudgetMeasure;
  period: BudgetPeriod;
  /** How much may be used in a period; 0 allows nothing. */
  allowance: number;
  createdAt: Date;
  updatedAt: Date;
}

export type BudgetInput = Pick<Budget, 'subject' | 'subjectId' | 'measure' | 'period' | 'allowance'>;

/** A budget and how far it is used now. */
export interface BudgetStanding extends Budget {
  /** By the subject; of a budget that is many subjects', by the one that has used most. */
  used: number;
  /** Who that is; null when nobody has used anything, and of the team. */
  usedBy: string | null;
  resetsAt: Date;
}

/** Who uses something. What is not known, or does not apply, is absent. */
export interface Spender {
  teamId: string;
  keyId?: string | undefined;
  botId?: string | undefined;
  /** In the words of whoever speaks for them. */
  endUser?: string | undefined;
}

export interface UsageRequest {
  subject: BudgetSubject;
  measure: BudgetMeasure;
  period: BudgetPeriod;
  /** Any moment of the window that is asked for. */
  at: Date;
  limit: number;
}

export interface SubjectUsage {
  /** Null: the team. */
  subjectId: string | null;
  used: number;
  /** Null: it is bounded by nothing. */
  allowance: number | null;
}

export interface Usage {
  from: Date;
  to: Date;
  /** Who has used most comes first. */
  subjects: SubjectUsage[];
}
