import type { Integration } from '#domain/integrations';
import { InputPipe } from '#infra/http';
import type { AppError } from '#kernel';
import { CreateIntegration, UpdateIntegration } from './integrations.dto';
import { toIntegration, toIntegrationHealth, toIntegrationPatch, toNewIntegration } from './integrations.mapper';

const KEY = '0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b';
const HEX = KEY.replaceAll('-', '');
const pipe = new InputPipe();
const created = (body: object): CreateIntegration =>
  pipe.transform(body, { type: 'body', metatype: CreateIntegration });

const STORED: Integration = {
  id: KEY,
  teamId: KEY,
  botId: KEY,
  name: 'OpenAI GPT-4',
  kind: 'webhook',
  webhookUrl: 'https://backend.example.com/chat',
  headers: { Authorization: '***' },
  modelId: null,
  timeoutMs: 30_000,
  weight: 1,
  isFallback: false,
  isEnabled: true,
  createdAt: new Date(0),
  updatedAt: new Date(0),
};

test('an integration tells its timeout in seconds', () => {
  expect(toIntegration(STORED)).toEqual({
    id: `int_${HEX}`,
    bot_id: `bot_${HEX}`,
    name: 'OpenAI GPT-4',
    type: 'webhook',
    webhook_url: 'https://backend.example.com/chat',
    headers: { Authorization: '***' },
    model_id: null,
    timeout: 30,
    weight: 1,
    fallback: false,
    enabled: true,
    created_at: '1970-01-01T00:00:00.000Z',
    updated_at: '1970-01-01T00:00:00.000Z',
  });
});

test('what is not said of a new one is left to its defaults; an update changes what it names', () => {
  const url = 'https://backend.example.com/chat';
  expect(toNewIntegration(created({ name: 'A', webhook_url: url }))).toEqual({
    name: 'A',
    kind: 'webhook',
    webhookUrl: url,
  });
  const patch = { timeout: 60, weight: 0, fallback: true, enabled: false, headers: { A: 'b' } };
  const read: UpdateIntegration = pipe.transform(patch, { type: 'body', metatype: UpdateIntegration });
  expect(toIntegrationPatch(read)).toEqual({
    timeoutMs: 60_000,
    weight: 0,
    isFallback: true,
    isEnabled: false,
    headers: { A: 'b' },
  });
});

test('all that is wrong is named at once', () => {
  const body = { headers: { A: 1 }, timeout: 301, weight: -1, fallback: 'no' };
  const fields = (() => {
    try {
      created(body);
    } catch (error) {
      return (error as AppError).fields.map(({ field }) => field);
    }
    return [];
  })();
  expect(fields).toEqual(['name', 'webhook_url', 'headers', 'timeout', 'weight', 'fallback']);
});

test('health tells times as text', () => {
  const at = new Date(0);
  const watched = { state: 'failing', circuit: 'open', calls: 5, failures: 5, lastLatencyMs: 3 } as const;
  expect(
    toIntegrationHealth({ integrationId: KEY, ...watched, pausedUntil: at, lastCalledAt: null, lastError: 'No.' }),
  ).toEqual({
    integration_id: `int_${HEX}`,
    state: 'failing',
    circuit: 'open',
    paused_until: '1970-01-01T00:00:00.000Z',
    calls: 5,
    failures: 5,
    last_called_at: null,
    last_latency_ms: 3,
    last_error: 'No.',
  });
});
