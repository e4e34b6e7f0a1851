/** What a judgement about a reply teaches. */
import type { Finding } from './finding.types';
import { findingKey } from './finding-key';

/** A judgement, with what was asked and answered as far as that is known. */
export interface RatedReply {
  ratingId: string;
  rating: 'positive' | 'neutral' | 'negative';
  query: string | null;
  response: string | null;
  comment: string | null;
  userRef: string | null;
  at: Date;
}

/** A user has confirmed the answer. */
const CONFIRMED = 0.9;
/** Only the question is known to be right. */
const CONTESTED = 0.5;

/** A confirmed answer is learned; a contested one of which it is said what is wrong is for people to look at. */
export function findingOfRating(rated: RatedReply): Finding | undefined {
  const query = rated.query?.trim();
  const response = rated.response?.trim();
  if (!query) return undefined;
  if (rated.rating === 'positive' && response) return confirmed(rated, query, response);
  if (rated.rating === 'negative' && rated.comment?.trim()) return contested(rated, query, response);
  return undefined;
}

function confirmed(rated: RatedReply, query: string, response: string): Finding {
  return {
    key: findingKey('confirmed', query, response),
    type: 'query_response',
    source: 'user_feedback',
    status: 'approved',
    lesson: { query, response, confidence: CONFIRMED },
    ...saidBy(rated, query),
  };
}

function contested(rated: RatedReply, query: string, response: string | undefined): Finding {
  const said = saidBy(rated, query);
  return {
    key: findingKey('contested', query),
    type: 'query_response',
    source: 'user_feedback',
    status: 'pending',
    lesson: { query, confidence: CONTESTED },
    ...said,
    evidence: { ...said.evidence, ...(response ? { rejectedResponse: response } : {}) },
  };
}

function saidBy({ ratingId, comment, userRef, at }: RatedReply, query: string) {
  const example = { originId: ratingId, userRef, text: query, comment: comment?.trim() || null, saidAt: at };
  return { evidence: { lastSeenAt: at.toISOString() }, userRef, examples: [example] };
}
