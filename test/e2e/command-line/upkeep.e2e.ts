import { setTimeout } from 'node:timers/promises';
import { eventually } from '#testing';
import { createBotThatKnows, Installation, must, registerTeam, runParley, WireClient } from '#testing/parley';
import { answering, Receiver } from '#testing/webhook-deliveries';

const ITEMS = [
  { title: 'Opening hours', content: 'The museum opens at nine in the morning, except on Mondays.' },
  { title: 'Cloakroom', content: 'Umbrellas and bags stay in the cloakroom beside the stairs.' },
];

const PAUSE_MS = 100;

describe('the upkeep of an installation', () => {
  let parley: Installation;
  let asKey: WireClient;

  beforeAll(async () => {
    parley = await Installation.start({ ALLOW_PRIVATE_ADDRESSES: 'true', WEBHOOK_RETRY_SCHEDULE: '0s' });
    ({ asKey } = await registerTeam(new WireClient(parley.baseUrl)));
  });
  afterAll(() => parley.remove());

  const answerOf = async (...args: string[]) => {
    const { code, stdout, stderr } = await runParley([...args, '--json'], parley.settings);
    expect([code, stderr]).toEqual([0, expect.not.stringContaining('"level":"error"')]);
    return JSON.parse(stdout);
  };

  test('reindexes a knowledge base that answers as before, while it is asked', async () => {
    const { botId, baseId } = await createBotThatKnows(asKey, ITEMS);
    const search = async () => {
      const query = new URLSearchParams({ query: 'Where do umbrellas stay?' });
      return must(await asKey.get(`/api/v1/knowledge-bases/${baseId}/search?${query}`), 200).body.data;
    };
    const before = await search();
    expect(before[0].title).toBe('Cloakroom');
    let isOver = false;
    const asking = (async () => {
      // As people ask: without a pause nobody else would get to the processor.
      for (; !isOver; await setTimeout(PAUSE_MS)) expect((await search())[0].title).toBe('Cloakroom');
    })();
    const { bases } = await answerOf('reindex', '--bot', botId).finally(() => {
      isOver = true;
    });
    await asking;
    expect(bases).toMatchObject([{ id: baseId, passages: 2 }]);
    expect(await search()).toEqual(before);
    const none = await runParley(['reindex', '--base', botId], parley.settings);
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('There is no such knowledge base.')]);
    const wrong = await runParley(['reindex', '--base', 'x'], parley.settings);
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('is no id')]);
  });

  test('tells what has failed, and makes it due again', async () => {
    const receiver = await Receiver.open();
    receiver.answer = answering(500);
    const hook = { url: receiver.url, events: ['chatbot.created'] };
    const { id } = must(await asKey.post('/api/v1/webhooks', hook), 201).body.data;
    const isDelivery = (status: string) => async () => {
      const { data } = must(await asKey.get(`/api/v1/webhooks/${id}/deliveries`), 200).body;
      return data[0]?.status === status;
    };
    must(await asKey.post('/api/v1/chatbots', { name: 'Heard of' }), 201);
    const failed = () => answerOf('queue', 'status').then((answer) => answer.failed as Record<string, number>);
    await eventually(isDelivery('failed'));
    expect(await failed()).toMatchObject({ 'webhook-deliveries': 1 });
    receiver.answer = answering(200);
    const { retried } = await answerOf('queue', 'retry-failed', '--only', 'webhook-deliveries', 'documents');
    expect(retried).toEqual({ documents: 0, 'webhook-deliveries': 1 });
    await eventually(isDelivery('delivered'));
    expect(await failed()).toMatchObject({ 'webhook-deliveries': 0 });
    await receiver.close();
  });
});
