/** The reply engine over an index in memory, for quick tuning. */
import type { FoundPassage } from '../../libs/domain/knowledge/knowledge.types';
import { detectLanguage } from '../../libs/domain/language/language-detection';
import { EngineUnderTest, passageOf } from '../../libs/testing/replies';
import type { Answerer } from './answers';
import type { BenchPassage } from './datasets';
import { MemoryBase } from './memory-base';

const found = 10;

export async function answererInMemory(passages: readonly BenchPassage[]): Promise<Answerer> {
  const search = searchIn(passages);
  const engine = new EngineUnderTest();
  engine.foundBy = search;
  return {
    ask: async (message, sentences) => {
      const configuration = sentences === undefined ? {} : { extractive: { maxSentences: sentences }, minN: 0 };
      const { text, confidence } = await engine.reply(message, { configuration, stream: false });
      return { text, confidence };
    },
  };
}

/** As the search of the product: by probability. */
export function searchIn(passages: readonly BenchPassage[]): (query: string) => FoundPassage[] {
  const base = new MemoryBase(passages);
  const known = new Map(
    passages.map(({ id, title, body }) => [
      id,
      passageOf(id, title, body, { language: detectLanguage(`${title}. ${body}`) }),
    ]),
  );
  return (query) =>
    base
      .search(query)
      .sort((a, b) => b.probability - a.probability)
      .slice(0, found)
      .map(({ id, probability }) => ({ ...(known.get(id) as FoundPassage), score: probability }));
}
