/** What can be measured: a way to search passages, in the product or beside it. */
import { must, type WireClient } from '../../libs/testing/parley';
import type { BenchPassage } from './datasets';
import { MemoryBase } from './memory-base';

export interface RankedPassage {
  id: string;
  /** Calibrated, of the product; 0 of others. */
  probability: number;
}

export interface Subject {
  search(text: string): Promise<RankedPassage[]>;
  close(): Promise<void>;
}

export type SubjectOf = (passages: readonly BenchPassage[]) => Promise<Subject>;

/** As many as the measures look at. */
const LIMIT = 10;
/** Requests under way at once while a base is filled. */
const WRITERS = 4;

/** A knowledge base of a server, one item a passage. */
export function overHttp(api: WireClient): SubjectOf {
  return async (passages) => {
    const bot = must(await api.post('/api/v1/chatbots', { name: 'Retrieval bench' }), 201).body.data;
    const base = must(await api.post(`/api/v1/chatbots/${bot.id}/knowledge-bases`, { name: 'Bench' }), 201).body.data;
    const idOfItem = new Map<string, string>();
    const rest = passages.values();
    const write = async () => {
      for (const { id, title, group, body } of rest) {
        const item = { title: (title || group).slice(0, 200), content: body || title || group };
        const { data } = must(await api.post(`/api/v1/knowledge-bases/${base.id}/items`, item), 201).body;
        idOfItem.set(data.id, id);
      }
    };
    await Promise.all(Array.from({ length: WRITERS }, write));
    return {
      search: async (query) => {
        const answer = await api.post(`/api/v1/knowledge-bases/${base.id}/search`, { query, limit: LIMIT });
        const hits = must(answer, 200).body.data as { id: string; score: number }[];
        return hits.map(({ id, score }) => ({ id: idOfItem.get(id) ?? id, probability: score }));
      },
      close: async () => {
        must(await api.delete(`/api/v1/chatbots/${bot.id}`), 200);
      },
    };
  };
}

/** The engine alone, for tuning. */
export async function inMemory(passages: readonly BenchPassage[]): Promise<Subject> {
  const base = new MemoryBase(passages);
  return { search: async (text) => base.search(text), close: async () => undefined };
}
