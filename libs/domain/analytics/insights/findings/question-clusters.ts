/** Questions of users that ask the same, with what a reader wants to know of them. */
import { clusterQuestionsInSteps } from '#domain/replies';

export interface AskedQuestion {
  /** Of the reply or of the rating. */
  id: string;
  text: string;
  userRef: string | null;
  conversationId: string;
  at: Date;
}

export interface ClusteredQuestions<Asked extends AskedQuestion = AskedQuestion> {
  /** Of the first that asked. */
  id: string;
  question: string;
  count: number;
  users: number;
  firstAskedAt: Date;
  lastAskedAt: Date;
  /** Different texts, the latest first. */
  examples: readonly string[];
  asked: readonly Asked[];
}

/** What a question may be made of for the bot to learn it. */
const MAX_EXAMPLES = 10;

/** The most asked first; what nobody else asked is a cluster of its own. Of one that was never heard nothing is made. */
export async function clusteredQuestions<Asked extends AskedQuestion>(
  questions: readonly Asked[],
): Promise<ClusteredQuestions<Asked>[]> {
  const asking = questions.filter(({ text }) => asksSomething.test(text));
  const byId = new Map(asking.map((question) => [question.id, question]));
  const clusters = await clusterQuestionsInSteps(asking);
  return clusters.map(({ representative, ids }) => {
    const asked = ids.flatMap((id) => byId.get(id) ?? []).sort((a, b) => b.at.getTime() - a.at.getTime());
    return describedCluster(representative, asked);
  });
}

/** A word, or an ideograph. */
const asksSomething = /\p{L}{2}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

function describedCluster<Asked extends AskedQuestion>(
  representative: string,
  asked: readonly Asked[],
): ClusteredQuestions<Asked> {
  const [last, first] = [asked[0] as Asked, asked.at(-1) as Asked];
  const examples = [...new Set([representative, ...asked.map(({ text }) => text)].map((text) => text.trim()))];
  return {
    id: first.id,
    question: representative.trim(),
    count: asked.length,
    users: new Set(asked.map(({ userRef }) => userRef)).size,
    firstAskedAt: first.at,
    lastAskedAt: last.at,
    examples: examples.slice(0, MAX_EXAMPLES),
    asked,
  };
}
