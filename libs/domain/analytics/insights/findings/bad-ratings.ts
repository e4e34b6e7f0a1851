/** Answers that users rated badly: wrong ones rather than missing ones. */
import type { RatedAnswer } from '../insights.queries';
import type { Insight } from '../insights.types';
import { counted, finding, tally } from './finding';
import { type AskedQuestion, type ClusteredQuestions, clusteredQuestions } from './question-clusters';

export interface BadlyAskedQuestion extends AskedQuestion {
  rated: RatedAnswer;
}

export type BadlyRatedCluster = ClusteredQuestions<BadlyAskedQuestion>;

export const MAX_BAD_RATINGS = 1_000;
const SHOWN = 20;

export function badlyRatedClusters(rated: readonly RatedAnswer[]): Promise<BadlyRatedCluster[]> {
  const asked = rated.flatMap((one) => (one.query === null ? [] : [toQuestion(one, one.query)]));
  return clusteredQuestions(asked);
}

function toQuestion(rated: RatedAnswer, text: string): BadlyAskedQuestion {
  const { ratingId: id, userRef, conversationId, ratedAt: at } = rated;
  return { id, text, userRef, conversationId, at, rated };
}

export function badRatingsInsight(rated: readonly RatedAnswer[]): Insight {
  const [mostNamed] = tally(
    rated.flatMap(({ sources }) => [...new Set(sources.map(({ title }) => title))]),
    (title) => title,
  );
  const named =
    mostNamed === undefined || mostNamed[1] < 2 ? '' : ` ${mostNamed[1]} of them rest on "${mostNamed[0]}".`;
  return finding({
    id: 'badly-rated-answers',
    title: 'Badly rated answers',
    text:
      rated.length === 0
        ? 'No answer was rated badly in this period.'
        : `${counted(rated.length, 'answer was', 'answers were')} rated badly.${named}`,
    current: rated.length,
    items: rated.slice(0, SHOWN).map(({ ratingId, userRef: _, ratedAt, ...one }) => ({
      id: ratingId,
      ratedAt: ratedAt.toISOString(),
      ...one,
    })),
  });
}
