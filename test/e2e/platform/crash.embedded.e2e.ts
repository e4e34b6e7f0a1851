import { execFileSync } from 'node:child_process';
import { eventually } from '#testing';
import { createBotThatKnows, Installation, must, registerTeam, WireClient } from '#testing/parley';

/** What only the embedded database has: on a PostgreSQL of its own there is nothing to test. */
const isEmbedded = process.env.DATABASE_URL === undefined;
const embeddedTest = isEmbedded ? test : () => {};

/** Processes that the given one started; the engine of the embedded database is the only child of an api. */
function childrenOf(pid: number): number[] {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' });
  return table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([, parent]) => parent === pid)
    .map(([child]) => child!);
}

interface Acknowledged {
  items: Map<string, string>;
  turns: Map<string, { sessionId: string; text: string }>;
}

/** Adds items and asks questions, one after the other, until told to stop; remembers what was acknowledged. */
async function useUntil(stopped: () => boolean, wire: WireClient, botId: string, baseId: string, seen: Acknowledged) {
  for (let n = 0; !stopped(); n += 1) {
    try {
      const title = `Locker ${n}`;
      const item = await wire.post(`/api/v1/knowledge-bases/${baseId}/items`, {
        title,
        content: `Locker ${n} holds lamp ${n}.`,
      });
      if (item.status === 201) seen.items.set(item.body.data.id, title);
      const turn = await wire.post(`/api/v1/chatbots/${botId}/conversation`, {
        message: `What does locker ${n} hold?`,
      });
      if (turn.status === 200) seen.turns.set(turn.body.data.messageId, turn.body.data);
    } catch {
      // The connection broke with the process: nothing was acknowledged.
    }
  }
}

describe('after a crash', () => {
  let parley: Installation;

  beforeAll(async () => {
    parley = await Installation.start();
  });
  afterAll(() => parley?.remove());

  test('of the api nothing acknowledged is lost, nothing is half done, and work goes on', async () => {
    const { apiKey, asKey } = await registerTeam(new WireClient(parley.baseUrl));
    const { botId, baseId } = await createBotThatKnows(asKey, []);
    const seen: Acknowledged = { items: new Map(), turns: new Map() };
    for (let crash = 1; crash <= 2; crash += 1) {
      const wire = new WireClient(parley.baseUrl).withKey(apiKey);
      let stopped = false;
      const wanted = seen.turns.size + 5 * crash;
      const users = [1, 2, 3].map(() => useUntil(() => stopped, wire, botId, baseId, seen));
      await eventually(() => seen.turns.size >= wanted);
      await parley.kill();
      stopped = true;
      await Promise.all(users);
      parley = await parley.restart();
    }
    const wire = new WireClient(parley.baseUrl).withKey(apiKey);
    for (const [id, title] of seen.items) {
      const found = must(
        await wire.get(`/api/v1/knowledge-bases/${baseId}/search?q=${encodeURIComponent(title)}&limit=100`),
        200,
      );
      expect(found.body.data.map((item: { id: string }) => item.id)).toContain(id);
    }
    for (const [messageId, { sessionId, text }] of seen.turns) {
      const history = must(
        await wire.get(`/api/v1/chatbots/${botId}/conversation/history?sessionId=${sessionId}`),
        200,
      ).body;
      expect(history.data).toEqual([
        expect.objectContaining({ role: 'user' }),
        expect.objectContaining({ id: messageId, content: text }),
      ]);
    }
  });

  embeddedTest('requests get a 503 or wait while its engine crashes, and go on without a restart', async () => {
    const { asKey } = await registerTeam(new WireClient(parley.baseUrl));
    const { botId } = await createBotThatKnows(asKey, [{ title: 'Vault', content: 'The vault opens at noon.' }]);
    const ask = () => asKey.post(`/api/v1/chatbots/${botId}/conversation`, { message: 'When does the vault open?' });
    for (let crash = 1; crash <= 2; crash += 1) {
      const during = Array.from({ length: 20 }, ask);
      for (const child of childrenOf(parley.pid)) process.kill(child, 'SIGKILL');
      for (const answer of await Promise.all(during)) {
        expect([200, 503]).toContain(answer.status);
        if (answer.status === 503) expect(answer.body.code).toBe('SERVICE_UNAVAILABLE');
      }
      expect(must(await ask(), 200).body.data.text).toContain('noon');
    }
  });

  embeddedTest('one data folder belongs to one process: a second one says so in one sentence and leaves', async () => {
    const second = await Installation.start({}, parley.dataDir).then(
      () => 'started',
      (error: Error) => error.message,
    );
    expect(second).toMatch(/is used by another Parley process/);
    expect(second).not.toMatch(/\n\s+at /);
  });
});
