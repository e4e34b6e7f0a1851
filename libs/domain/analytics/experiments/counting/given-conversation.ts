/**
 * A conversation that was given to an integration. Integrations are chosen by conversation, so that conversations are what is
 * compared: each counts once, however many turns, failures and ratings it has, as those of one conversation resemble each
 * other. Turns belong to the integration that was chosen for them, also when a fallback answered ("intention to treat"):
 * otherwise one that fails at what is difficult would pass for good at the rest. Ratings belong to whoever wrote the answer.
 */
import type { Counts } from '../../counting/counters';

export interface GivenConversation {
  conversationId: string;
  integrationId: string;
  /** The first turn that it was chosen for; null while only ratings are known. */
  firstAtMs: number | null;
  /** Turns that it was chosen for. */
  turns: number;
  unansweredTurns: number;
  /** Sum over the turns, see `waitLogOf`. */
  waitLogs: number;
  positiveRatings: number;
  negativeRatings: number;
  ratings: number;
}

/** Ten thousandths are exact to 0.01 % of a time, and whole numbers, so that sums are exact in any order. */
export const WAIT_LOG_SCALE = 10_000;

export function waitLogOf(latencyMs: number): number {
  return Math.round(Math.log(Math.max(1, latencyMs)) * WAIT_LOG_SCALE);
}

export function newlyGiven(conversationId: string, integrationId: string): GivenConversation {
  const nothing = { turns: 0, unansweredTurns: 0, waitLogs: 0, positiveRatings: 0, negativeRatings: 0, ratings: 0 };
  return { conversationId, integrationId, firstAtMs: null, ...nothing };
}

/** What the conversation adds to the day of `firstAtMs`; nothing when the integration never was chosen in it. */
export function countsOf(given: GivenConversation): Counts {
  if (given.firstAtMs === null) return {};
  const waitLog = Math.round(given.waitLogs / given.turns);
  return {
    conversations: 1,
    failed_conversations: given.unansweredTurns > 0 ? 1 : 0,
    rated_conversations: given.ratings > 0 ? 1 : 0,
    pleased_conversations: given.positiveRatings > given.negativeRatings ? 1 : 0,
    wait_logs: waitLog,
    wait_log_squares: waitLog ** 2,
  };
}
