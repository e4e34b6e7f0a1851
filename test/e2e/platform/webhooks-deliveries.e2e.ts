/** What a team sees of its deliveries, and what it can do about them: tests, the log, replays, statistics, a switch. */
import { eventually } from '#testing';
import { must, type RegisteredTeam, registerTeam, sharedInstallation, WireClient } from '#testing/parley';
import { signatureFaults, WebhookSink } from '#testing/webhooks';
import { createBot, WebhookClient } from './webhooks-client';

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

describe('deliveries of a webhook', () => {
  let sink: WebhookSink;
  let team: RegisteredTeam;
  let paths = 0;

  beforeAll(async () => {
    sink = await WebhookSink.start();
    team = await registerTeam(new WireClient((await sharedInstallation()).baseUrl));
  });

  afterAll(() => sink?.stop());

  const newPath = () => `/receiver-${++paths}`;
  const register = (path: string) =>
    WebhookClient.register(team.asKey, { url: sink.url(path), events: ['chatbot.created'] });

  test('a test event is sent at once, tells what came of it, and is not retried', async () => {
    const path = newPath();
    const webhook = await register(path);
    const outcome = await webhook.test();
    expect(outcome).toMatchObject({ event: 'webhook.test', status: 'delivered', test: true, responseStatus: 200 });
    const [delivery] = sink.at(path);
    expect(JSON.parse(delivery!.body)).toMatchObject({ id: outcome.id, data: { webhookId: webhook.id } });
    expect(signatureFaults(delivery!, webhook.secret)).toEqual([]);

    await webhook.change({ active: false });
    sink.behave(path, { kind: 'status', status: 503, body: 'Out to lunch' });
    const failed = await webhook.test({ event: 'message.received' });
    expect(failed).toMatchObject({ event: 'message.received', status: 'failed', attempts: 1, responseStatus: 503 });
    expect(failed.attemptLog).toEqual([expect.objectContaining({ outcome: 'refused', responseBody: 'Out to lunch' })]);
    expect(sink.eventsAt(path)[1]).toMatchObject({ event: 'message.received', data: { role: 'user' } });
    const unknown = await team.asKey.post(`${webhook.path}/test`, { event: 'moon.landed' });
    expect([unknown.status, unknown.body.message]).toEqual([400, expect.stringContaining('message.received')]);
  });

  test('every delivery is in the log with its attempts, newest first', async () => {
    const path = newPath();
    const webhook = await register(path);
    sink.behave(path, { kind: 'status', status: 201, headers: { 'x-of-receiver': 'yes' }, body: 'Thank you' });
    for (const name of ['First', 'Second', 'Third']) {
      await createBot(team.asKey, name);
      await sink.untilEvent(path, ({ data }) => data.name === name);
    }
    const log = await eventually(async () => {
      const all = await webhook.deliveries('&status=delivered');
      return all.length === 3 ? all : undefined;
    });
    const idsByAge = sink.eventsAt(path).map(({ id }) => id);
    expect(log.map(({ id }: { id: string }) => id)).toEqual(idsByAge.toReversed());
    const { body, attemptLog, ...line } = await webhook.delivery(idsByAge[0]!);
    expect(log[2]).toEqual(line);
    expect(line).toEqual({
      id: idsByAge[0],
      event: 'chatbot.created',
      status: 'delivered',
      attempts: 1,
      responseStatus: 201,
      error: null,
      durationMs: expect.any(Number),
      test: false,
      nextAttemptAt: null,
      createdAt: expect.stringMatching(ISO),
      settledAt: expect.stringMatching(ISO),
    });
    const [first] = sink.at(path);
    expect(body).toBe(first!.body);
    expect(attemptLog).toEqual([
      {
        number: 1,
        startedAt: expect.stringMatching(ISO),
        durationMs: expect.any(Number),
        outcome: 'delivered',
        url: sink.url(path),
        requestHeaders: expect.objectContaining({ 'webhook-id': idsByAge[0] }),
        responseStatus: 201,
        responseHeaders: expect.objectContaining({ 'x-of-receiver': 'yes' }),
        responseBody: 'Thank you',
        error: null,
      },
    ]);
    const page = must(await team.asKey.get(`${webhook.path}/deliveries?limit=2&page=2`), 200).body;
    expect([page.data.length, page.pagination.total]).toEqual([1, 3]);
    expect(await webhook.deliveries('&event=message.sent')).toEqual([]);
    expect(await webhook.deliveries('&status=failed')).toEqual([]);
  });

  test('one delivery, and all since a time, are sent again under their ids', async () => {
    const path = newPath();
    const webhook = await register(path);
    for (const name of ['First', 'Second', 'Third']) {
      await createBot(team.asKey, name);
      await sink.untilEvent(path, ({ data }) => data.name === name);
    }
    await eventually(async () => (await webhook.deliveries('&status=delivered')).length === 3);
    const [first, second, third] = sink.at(path);
    const ids = [first!, second!, third!].map(({ headers }) => headers['webhook-id']!);

    const replayed = await team.asKey.post(`${webhook.path}/deliveries/${ids[0]}/replay`);
    expect([replayed.status, replayed.body.data]).toMatchObject([202, { id: ids[0], status: 'pending' }]);
    const [, again] = await eventually(() => sink.received(ids[0]!).length === 2 && sink.received(ids[0]!));
    expect([again!.body, signatureFaults(again!, webhook.secret)]).toEqual([first!.body, []]);
    await eventually(async () => (await webhook.delivery(ids[0]!)).attemptLog.length === 2);

    const { createdAt } = await webhook.delivery(ids[1]!);
    const since = await team.asKey.post(`${webhook.path}/replay`, { since: createdAt });
    expect([since.status, since.body.data]).toEqual([202, { replayed: 2 }]);
    await sink.untilCount(path, 6);
    expect(ids.map((id) => sink.received(id).length)).toEqual([2, 2, 2]);
    const none = must(await team.asKey.post(`${webhook.path}/replay`, { since: createdAt, status: 'failed' }), 202);
    expect(none.body.data).toEqual({ replayed: 0 });
  });

  test('statistics count deliveries by state and event, without tests', async () => {
    const path = newPath();
    const webhook = await register(path);
    await webhook.test();
    await createBot(team.asKey);
    await sink.untilCount(path, 2);
    const figures = await eventually(async () => {
      const { data } = must(await team.asKey.get(`${webhook.path}/statistics?days=1`), 200).body;
      return data.deliveries.delivered === 1 && data;
    });
    expect(figures).toEqual({
      since: expect.stringMatching(ISO),
      deliveries: { pending: 0, delivered: 1, failed: 0 },
      attempts: 1,
      successRate: 1,
      duration: { p50Ms: expect.any(Number), p95Ms: expect.any(Number) },
      byEvent: [{ event: 'chatbot.created', pending: 0, delivered: 1, failed: 0 }],
    });
    const { failingSince } = await eventually(async () => {
      const read = await webhook.read();
      return read.lastSuccessAt && read;
    });
    expect(failingSince).toBeNull();
  });

  test('switched off it hears nothing, and goes on with what waits when it is switched on', async () => {
    const path = newPath();
    const webhook = await register(path);
    sink.behave(path, { kind: 'status', status: 503, headers: { 'retry-after': '1' } });
    await createBot(team.asKey, 'Waiting');
    const [refused] = await sink.untilCount(path, 1);
    expect(await webhook.change({ active: false })).toMatchObject({ active: false, disabledReason: 'by_owner' });
    await createBot(team.asKey, 'Not noted');
    sink.behave(path, { kind: 'status', status: 200 });
    expect(await webhook.change({ active: true })).toMatchObject({ active: true, disabledReason: null });
    await createBot(team.asKey, 'Noted');
    await sink.untilEvent(path, ({ data }) => data.name === 'Noted');
    await eventually(() => sink.received(refused!.headers['webhook-id']!).length >= 2);
    expect(new Set(sink.eventsAt(path).map(({ data }) => data.name))).toEqual(new Set(['Waiting', 'Noted']));
  });
});
