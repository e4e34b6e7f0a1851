/** After an end user was erased, no table holds their name or a word of theirs, whatever was on its way at that moment. */
import { eventually } from '#testing';
import { openTestEngine } from '#testing/database';
import { OpenAiServer } from '#testing/llm';
import { createBotThatKnows, Installation, must, registerTeam, WireClient } from '#testing/parley';
import { Receiver } from '#testing/webhook-deliveries';

const isEmbedded = process.env.DATABASE_URL === undefined;
const embeddedTest = isEmbedded ? test : () => {};

const USER = 'ada-77312';
/** Words that stand nowhere else: in messages, replies, comments, context, names of topics and entities. */
const WORDS = ['zanzibarium', 'quixotica', 'X-773124', 'platinumish', 'lovelacean', 'merriment', 'tardigrade'];
/** Longer than the erasure takes on a calm machine; on a busy one the reply is stored before, and erased. */
const SLOW_MS = 5_000;

/** Tables of all schemas of ours whose rows hold the word, written as text. */
async function tablesWith(dataDir: string, words: readonly string[]): Promise<string[]> {
  const opened = await openTestEngine({ dataDir });
  try {
    const tables = await opened.database.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`,
    );
    expect(tables.length).toBeGreaterThan(50);
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await opened.database.query<{ row: string }>(
        `select t::text as row from ${name} t where t::text ilike any($1::text[]) limit 3`,
        [words.map((word) => `%${word}%`)],
      );
      found.push(...rows.map(({ row }) => `${name}: ${row.slice(0, 500)}`));
    }
    return found;
  } finally {
    await opened.close();
  }
}

describe('the erasure of an end user', () => {
  embeddedTest('leaves nothing, not even of a turn on its way', async () => {
    const [llm, receiver] = [await OpenAiServer.start({ models: ['m'] }), await Receiver.open()];
    const parley = await Installation.start({ ALLOW_PRIVATE_ADDRESSES: 'true' });
    try {
      const { asKey } = await registerTeam(new WireClient(parley.baseUrl));
      const { botId } = await createBotThatKnows(asKey, [{ title: 'Tea', content: 'The zoo sells tea.' }]);
      const bot = `/api/v1/chatbots/${botId}`;
      const model = { kind: 'llm', provider: 'openai-compatible', name: 'm', model: 'm', baseUrl: llm.baseUrl };
      const modelId: number = must(await asKey.post('/api/v1/models', model), 201).body.data.id;
      const userContext = { extractsByModel: true };
      const configuration = { modelId, answersWithoutKnowledge: true, userContext };
      must(await asKey.put(bot, { configuration }), 200);
      const hook = { url: receiver.url, events: ['message.received', 'message.sent', 'conversation.started'] };
      must(await asKey.post('/api/v1/webhooks', hook), 201);

      llm.replyWith({ text: 'The quixotica of X-773124 is on its way.' });
      const say = (message: string, sessionId?: string, userId = USER) =>
        asKey.post(`${bot}/conversation`, { message, userId, ...(sessionId && { sessionId }) });
      const first = must(await say('Is there tea in the zanzibarium for X-773124?'), 200).body.data;
      must(await say('And is it tardigrade, too?', first.sessionId), 200);
      llm.replyWith({ text: 'Yes, tea.' });
      must(await say('Do you sell tea?', undefined, 'bob'), 200);
      const rating = {
        conversationId: first.conversationId,
        messageId: first.messageId,
        rating: 'positive',
        userId: USER,
        query: 'Is there tea in the zanzibarium?',
        response: 'The quixotica.',
        comment: 'merriment',
      };
      const rated = await asKey.post(`${bot}/response-rating`, rating);
      expect([200, 201]).toContain(rated.status);
      must(await asKey.post(`${bot}/context/${USER}`, { context: { plan: 'platinumish' } }), 200);
      must(await asKey.post(`${bot}/topics/${USER}`, { name: 'lovelacean' }), 201);
      const held = async () => must(await asKey.get(`${bot}/users/${USER}/data`), 200).body.data.records;
      await eventually(async () => {
        const records: Record<string, unknown[]> = await held();
        const counts = Object.fromEntries(Object.entries(records).map(([name, all]) => [name, all.length]));
        const { webhooks = 0, analytics, learning, context, conversations } = counts;
        if (webhooks >= 5 && analytics && learning && context && conversations) return true;
        throw new Error(`Held so far: ${JSON.stringify(counts)}`);
      });

      llm.reset();
      llm.replyWith({ text: 'A late quixotica.', latencyMs: SLOW_MS });
      const late = say('A last word about the zanzibarium of X-773124', first.sessionId);
      await eventually(() => llm.chats.length > 0);
      const { erased } = must(await asKey.delete(`${bot}/users/${USER}/data`), 200).body.data;
      expect(erased.conversations).toBeGreaterThan(4);
      expect([200, 404]).toContain((await late).status);
      const records: Record<string, unknown[]> = await held();
      expect(Object.values(records).flat()).toEqual([]);
      const others = must(await asKey.get(`${bot}/users/bob/data`), 200).body.data.records;
      expect(others.conversations).toHaveLength(1);

      await parley.stop();
      expect(await tablesWith(parley.dataDir, [USER, ...WORDS])).toEqual([]);
    } finally {
      await parley.remove();
      await Promise.all([llm.stop(), receiver.close()]);
    }
  });
});
