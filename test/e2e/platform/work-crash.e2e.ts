/** Everything dies while documents are read, a file and a bot are imported, a model is trained and webhooks are delivered; then it is started again. */
import { eventually } from '#testing';
import { Installation, must, type RegisteredTeam, registerTeam, WireClient } from '#testing/parley';
import { WebhookSink } from '#testing/webhooks';
import { createBot, WebhookClient } from './webhooks-client';

/** A short limit makes a short lease, after which what a dead worker had is taken up again. */
const SETTINGS = { WEBHOOK_TIMEOUT_MS: '5000', WEBHOOK_RETRY_SCHEDULE: '0s,1s,1s', ALLOW_PRIVATE_ADDRESSES: 'true' };
/** Until a run that has died is noticed, and its work is done again. */
const LONG_MS = 180_000;

/** Some seconds of training. */
const EXAMPLES = Array.from({ length: 4_000 }, (_, at) => ({
  input: `please tell me about number ${at} of the ${at % 97} lamps in room ${at % 13}`,
  output: `intent ${at % 60}`,
}));

const textOf = (hall: number) =>
  Array.from({ length: 600 }, (_, part) => `## Locker ${hall}-${part}\n\nIt holds coat${hall}x${part}.`).join('\n\n');

/** Some seconds of writing: each second row has a key. */
const ROWS = Array.from({ length: 1_500 }, (_, at) => ({
  ...(at % 2 === 0 ? { key: `row-${at}` } : {}),
  title: `Shelf ${at}`,
  content: `It holds hat${at}x. ${'The shelf is made of oak and stands near the door of the hall. '.repeat(12)}`,
}));

/** What the bot knows that comes as a file. */
const STALLS = Array.from({ length: 400 }, (_, at) => ({ title: `Stall ${at}`, content: `It sells fruit${at}x.` }));

describe('a crash of everything', () => {
  let parley: Installation;
  let team: RegisteredTeam;
  let wire: WireClient;
  let sink: WebhookSink;
  let botId: string;
  let baseId: string;
  let documentIds: string[];
  let sessionId: string;
  let shelves: string;
  let importId: string;
  let botFile: Buffer<ArrayBuffer>;
  let botImportId: string;
  let webhook: WebhookClient;
  let tellingIds: string[];
  let underWay: ReadonlySet<string>;

  const session = async () => must(await wire.get(`/api/v1/training/sessions/${sessionId}`), 200).body.data;
  const documentStates = async (): Promise<string[]> => {
    const { data } = must(await wire.get(`/api/v1/chatbots/${botId}/documents`), 200).body;
    return data.map(({ status, passages }: { status: string; passages: number }) => `${status} ${passages}`);
  };

  const uploadDocuments = async () => {
    const base = await wire.post(`/api/v1/chatbots/${botId}/knowledge-bases`, { name: 'Lockers' });
    baseId = must(base, 201).body.data.id;
    const upload = (hall: number) => {
      const body = { title: `Hall ${hall}`, type: 'markdown', content: textOf(hall), knowledgeBaseId: baseId };
      return wire.post(`/api/v1/chatbots/${botId}/documents`, body);
    };
    const uploaded = await Promise.all([0, 1, 2, 3].map(upload));
    documentIds = uploaded.map((answer) => must(answer, 202).body.data.id);
  };
  const beginImport = async () => {
    const base = await wire.post(`/api/v1/chatbots/${botId}/knowledge-bases`, { name: 'Shelves' });
    shelves = `/api/v1/knowledge-bases/${must(base, 201).body.data.id}`;
    const file = ROWS.map((row) => JSON.stringify(row)).join('\n');
    const sent = await wire.with({ 'content-type': 'application/x-ndjson' }).send('POST', `${shelves}/import`, file);
    importId = must(sent, 202).body.data.id;
  };
  const imported = async () => must(await wire.get(`${shelves}/imports/${importId}`), 200).body.data;
  const beginTraining = async () => {
    const training = `/api/v1/chatbots/${botId}/training`;
    const dataset = await wire.post(`${training}/datasets`, { name: 'Lamps', examples: EXAMPLES });
    const body = { datasetId: must(dataset, 201).body.data.id };
    sessionId = must(await wire.post(`${training}/sessions`, body), 201).body.data.id;
  };
  const fileOfABot = async () => {
    const id = await createBot(wire, 'Market');
    const bot = `/api/v1/chatbots/${id}`;
    must(await wire.post(`${bot}/knowledge-bases`, { name: 'Stalls', items: STALLS }), 201);
    const file = await wire.open('GET', `${bot}/export`);
    must(await wire.delete(bot), 200);
    return Buffer.from(await file.arrayBuffer());
  };
  const beginBotImport = async () => {
    const form = new FormData();
    form.append('file', new Blob([botFile]), 'market.parley-bot.tar.gz');
    botImportId = must(await wire.post('/api/v1/chatbots/import', form), 202).body.data.id;
  };
  const botImport = async () => must(await wire.get(`/api/v1/chatbots/imports/${botImportId}`), 200).body.data;
  const markets = async () => must(await wire.get('/api/v1/chatbots?search=Market'), 200).body.data;
  const causeDeliveries = async () => {
    const url = sink.behave('/slow', { kind: 'slow', delayMs: 300 });
    webhook = await WebhookClient.register(wire, { url, events: ['chatbot.created'] });
    tellingIds = await Promise.all(Array.from({ length: 60 }, (_, number) => createBot(wire, `Bot ${number}`)));
  };

  beforeAll(async () => {
    [parley, sink] = await Promise.all([Installation.start(SETTINGS), WebhookSink.start()]);
    team = await registerTeam(new WireClient(parley.baseUrl));
    wire = team.asKey;
    botId = await createBot(wire, 'Porter');
    botFile = await fileOfABot();
    await beginTraining();
    await eventually(async () => (await session()).status === 'in_progress');
    await causeDeliveries();
    await beginImport();
    await uploadDocuments();
    await beginBotImport();
    await Promise.all([
      eventually(async () => (await markets()).length === 1 && (await botImport()).status === 'running'),
      sink.untilCount('/slow', 5),
      eventually(async () => (await documentStates()).some((state) => state.startsWith('running'))),
      eventually(async () => (await imported()).counts.read > 0),
    ]);
    await parley.kill();
    underWay = sink.idsAt('/slow');
    sink.behave('/slow', { kind: 'status', status: 200 });

    parley = await parley.restart();
    wire = new WireClient(parley.baseUrl).withKey(team.apiKey);
  }, 240_000);
  afterAll(async () => {
    await parley?.remove();
    await sink?.stop();
  });

  test('loses no delivery of a webhook, and keeps their ids', async () => {
    const received = () => new Set(sink.eventsAt('/slow').map(({ data }) => data.chatbotId));
    await eventually(() => tellingIds.every((id) => received().has(id)), LONG_MS);
    expect(sink.idsAt('/slow').size).toBe(tellingIds.length);
    expect(received()).toEqual(new Set(tellingIds));
    const log = await eventually(async () => {
      const { data } = must(await wire.get(`${webhook.path}/deliveries?limit=100`), 200).body;
      return data.every(({ status }: { status: string }) => status === 'delivered') && data;
    }, LONG_MS);
    expect(new Set(log.map(({ id }: { id: string }) => id))).toEqual(sink.idsAt('/slow'));
    for (const id of underWay) {
      const { data } = must(await wire.get(`${webhook.path}/deliveries/${id}`), 200).body;
      expect(data.attemptLog.length).toBeGreaterThanOrEqual(sink.received(id).length);
    }
  }, 240_000);

  test('leaves every document whole, and nothing of them twice', async () => {
    await eventually(async () => (await documentStates()).every((state) => state === 'ready 600'), LONG_MS);
    for (const [hall, id] of documentIds.entries()) {
      const found = await wire.get(`/api/v1/knowledge-bases/${baseId}/search?q=coat${hall}x599&method=keyword`);
      expect(found.body.data.map((hit: { id: string }) => hit.id)).toEqual([id]);
    }
  }, 240_000);

  test('has an import go on where it stood: every row arrives, and none twice', async () => {
    const done = await eventually(async () => {
      const now = await imported();
      return !['queued', 'running'].includes(now.status) && now;
    }, LONG_MS);
    const counts = { read: ROWS.length, added: ROWS.length, updated: 0, unchanged: 0, failed: 0, removed: 0 };
    expect(done).toMatchObject({ status: 'completed', percent: 100, rows: ROWS.length, counts });
    const lines: string[] = must(await wire.get(`${shelves}/export`), 200)
      .body.trim()
      .split('\n');
    expect(lines.map((line) => JSON.parse(line).title)).toEqual(ROWS.map(({ title }) => title));
    for (const at of [0, 63, 64, 777, 1_499]) {
      const found = await wire.get(`${shelves}/search?q=hat${at}x&method=keyword`);
      expect(found.body.data.map((hit: { title: string }) => hit.title)).toEqual([`Shelf ${at}`]);
    }
  }, 240_000);

  test('has a whole bot come of a file, and no half one stay beside it', async () => {
    const done = await eventually(async () => {
      const now = await botImport();
      return !['queued', 'running'].includes(now.status) && now;
    }, LONG_MS);
    expect(done).toMatchObject({ status: 'completed', percent: 100, chatbotId: expect.any(String) });
    expect((await markets()).map(({ id }: { id: string }) => id)).toEqual([done.chatbotId]);
    const { data: bases } = must(await wire.get(`/api/v1/chatbots/${done.chatbotId}/knowledge-bases`), 200).body;
    expect(bases.map(({ name }: { name: string }) => name)).toEqual(['Stalls']);
    const stalls = `/api/v1/knowledge-bases/${bases[0].id}`;
    const { pagination } = must(await wire.get(`${stalls}/items`), 200).body;
    expect(pagination.total).toBe(STALLS.length);
    const found = await wire.get(`${stalls}/search?q=fruit399x&method=keyword`);
    expect(found.body.data.map(({ title }: { title: string }) => title)).toEqual(['Stall 399']);
  }, 240_000);

  test('has a training begin anew by itself, and one model come of it', async () => {
    const done = await eventually(async () => {
      const now = await session();
      return !['pending', 'in_progress'].includes(now.status) && now;
    }, LONG_MS);
    expect(done).toMatchObject({ status: 'completed', metrics: { examples: 4_000, modelVersion: 1 } });
    const models = must(await wire.get(`/api/v1/chatbots/${botId}/training/models`), 200).body.data;
    expect(models).toMatchObject([{ version: 1, isActive: true }]);
  }, 240_000);
});
