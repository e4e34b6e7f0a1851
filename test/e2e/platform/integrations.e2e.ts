/** Integrations over the main API: made, shown without secrets, changed, tried, deleted; and who answers a chat then. */
import {
  must,
  type RegisteredTeam,
  registerTeam,
  sharedInstallation,
  type WireAnswer,
  WireClient,
} from '#testing/parley';
import { TestHttpService } from '#testing/plugins';

const UNKNOWN = '0190f000-0000-7000-8000-000000000009';

function refused(answer: WireAnswer, status: number, code: string): void {
  expect(must(answer, status).body).toMatchObject({ status: 'error', message: expect.any(String), code });
}

describe('integrations', () => {
  let team: RegisteredTeam;
  let others: RegisteredTeam;
  let service: TestHttpService;
  let botId: string;
  let list: string;

  const patch = (id: string, body: object) => team.asKey.send('PATCH', `/api/v1/integrations/${id}`, body);
  const create = async (more: object = {}) =>
    must(await team.asKey.post(list, { name: 'Ours', webhookUrl: service.url, ...more }), 201).body.data;
  const say = async (message: string) =>
    must(await team.asKey.post(`/api/v1/chatbots/${botId}/conversation`, { message }), 200).body.data;

  beforeAll(async () => {
    const wire = new WireClient((await sharedInstallation()).baseUrl);
    [team, others] = [await registerTeam(wire), await registerTeam(wire)];
    service = await TestHttpService.start();
  });
  beforeEach(async () => {
    service.reset({ answer: () => ({ content: 'By the back-end.' }) });
    botId = must(await team.asKey.post('/api/v1/chatbots', { name: 'Helper' }), 201).body.data.id;
    list = `/api/v1/chatbots/${botId}/integrations`;
  });
  afterAll(() => service.stop());

  test('are made, listed, read, changed and deleted, and never show their secrets', async () => {
    const headers = { Authorization: 'Bearer hush-hush', 'X-Tenant': 'acme' };
    const made = await create({ headers, weight: 2 });
    expect(made).toMatchObject({
      ...{ chatbotId: botId, kind: 'webhook', webhookUrl: service.url, modelId: null, timeoutMs: 30_000, weight: 2 },
      ...{ isFallback: false, isEnabled: true, headers: { Authorization: '********', 'X-Tenant': 'acme' } },
    });
    const page = must(await team.asKey.get(list), 200).body;
    expect(page).toEqual({
      status: 'success',
      data: [made],
      pagination: { total: 1, pages: 1, page: 1, limit: expect.any(Number) },
    });
    const changed = must(await patch(made.id, { timeoutMs: 60_000, headers: made.headers }), 200).body;
    expect(changed.data).toMatchObject({ timeoutMs: 60_000, weight: 2, headers: made.headers });
    expect(must(await team.asKey.get(`/api/v1/integrations/${made.id}`), 200).body.data).toEqual(changed.data);
    expect(await say('Hello there')).toMatchObject({ text: 'By the back-end.', sources: [], model: 'none' });
    expect(service.calls[0]?.headers.authorization).toBe('Bearer hush-hush');
    must(await team.asKey.delete(`/api/v1/integrations/${made.id}`), 200);
    refused(await team.asKey.get(`/api/v1/integrations/${made.id}`), 404, 'NOT_FOUND');
    expect((await say('Hello there')).text).not.toBe('By the back-end.');
  });

  test('are tried, and show how they are', async () => {
    const { id } = await create();
    const tried = must(await team.asKey.post(`/api/v1/integrations/${id}/test`, { message: 'Hi' }), 200).body.data;
    expect(tried).toEqual({
      ...{ ok: true, answer: 'By the back-end.', error: null, statusCode: null },
      latencyMs: expect.any(Number),
    });
    service.behaviour = { status: 503 };
    const failed = must(await team.asKey.post(`/api/v1/integrations/${id}/test`), 200).body.data;
    expect(failed).toMatchObject({ ok: false, answer: null, statusCode: 503, error: expect.any(String) });
    const health = must(await team.asKey.get(`/api/v1/integrations/${id}/health`), 200).body.data;
    expect(health).toMatchObject({ integrationId: id, circuit: 'closed', pausedUntil: null });
  });

  test('that all fail are followed by an apology, not by an error', async () => {
    await create();
    service.behaviour = { status: 500 };
    expect((await say('Hello there')).text).toMatch(/cannot answer at the moment/);
  });

  test('are refused where they cannot be', async () => {
    refused(await team.asKey.post(list, { webhookUrl: service.url }), 400, 'VALIDATION_ERROR');
    refused(await team.asKey.post(list, { name: 'x' }), 400, 'VALIDATION_ERROR');
    refused(await team.asKey.post(list, { name: 'x', webhookUrl: 'ftp://x.example' }), 400, 'VALIDATION_ERROR');
    refused(await team.asKey.post(list, { name: 'x', modelId: 5 }), 400, 'VALIDATION_ERROR');
    const forbidden = { name: 'x', webhookUrl: service.url, headers: { 'X-Bot-ID': 'me', 'X-A': 'a\r\nb' } };
    refused(await team.asKey.post(list, forbidden), 400, 'VALIDATION_ERROR');
    refused(
      await team.asKey.post(`/api/v1/chatbots/${UNKNOWN}/integrations`, { name: 'x', modelId: 4 }),
      404,
      'NOT_FOUND',
    );
  });

  test('are nobody else’s', async () => {
    const { id } = await create();
    refused(await others.asKey.get(list), 404, 'NOT_FOUND');
    refused(await others.asKey.get(`/api/v1/integrations/${id}`), 404, 'NOT_FOUND');
    refused(await others.asKey.send('PATCH', `/api/v1/integrations/${id}`, { weight: 0 }), 404, 'NOT_FOUND');
    refused(await others.asKey.post(`/api/v1/integrations/${id}/test`), 404, 'NOT_FOUND');
    refused(await others.asKey.delete(`/api/v1/integrations/${id}`), 404, 'NOT_FOUND');
  });
});
