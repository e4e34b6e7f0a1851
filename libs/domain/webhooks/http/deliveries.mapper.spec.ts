import type { Delivery } from '../webhooks.types';
import {
  toDeliveryListRequest,
  toReplayRequest,
  toWebhookDelivery,
  toWebhookDeliveryDetails,
  toWebhookFigures,
} from './deliveries.mapper';

const TIME = '2026-01-02T03:04:05.678Z';

const DELIVERY: Delivery = {
  id: '0190f000-0000-7000-8000-000000000001',
  webhookId: '0190f000-0000-7000-8000-000000000002',
  event: 'message.sent',
  state: 'pending',
  isTest: false,
  attempts: 1,
  nextAttemptAt: new Date(TIME),
  responseStatus: 500,
  error: 'HTTP 500',
  durationMs: 20,
  createdAt: new Date(TIME),
  settledAt: null,
};

const SHOWN = {
  id: DELIVERY.id,
  event: 'message.sent',
  status: 'pending',
  test: false,
  attempts: 1,
  nextAttemptAt: TIME,
  responseStatus: 500,
  error: 'HTTP 500',
  durationMs: 20,
  createdAt: TIME,
  settledAt: null,
};

test('a delivery is shown with its times in ISO 8601, and in detail with its body and attempts', () => {
  expect(toWebhookDelivery(DELIVERY)).toEqual(SHOWN);
  const attempt = {
    number: 1,
    durationMs: null,
    outcome: 'cut_off',
    url: 'https://receiver.example',
    requestHeaders: {},
    responseStatus: null,
    responseHeaders: null,
    responseBody: null,
    error: null,
  } as const;
  const detailed = { ...DELIVERY, body: '{}', log: [{ ...attempt, startedAt: new Date(TIME) }] };
  expect(toWebhookDeliveryDetails(detailed)).toEqual({
    ...SHOWN,
    body: '{}',
    attemptLog: [{ ...attempt, startedAt: TIME }],
  });
});

test('a query is read with its state and its time; what is absent filters nothing', () => {
  const page = { page: 1, limit: 10 };
  expect(toDeliveryListRequest(page)).toEqual(page);
  expect(toDeliveryListRequest({ ...page, event: '' })).toEqual(page);
  expect(toDeliveryListRequest({ ...page, status: 'failed', event: 'a', since: '2026-01-02T03:04:05.678' })).toEqual({
    ...page,
    state: 'failed',
    event: 'a',
    since: new Date(TIME),
  });
});

test('a replay is read with its times and its state', () => {
  expect(toReplayRequest({ since: TIME })).toEqual({ since: new Date(TIME) });
  expect(toReplayRequest({ since: '2026-01-02', until: TIME, status: 'failed' })).toEqual({
    since: new Date('2026-01-02T00:00:00Z'),
    until: new Date(TIME),
    state: 'failed',
  });
});

test('statistics are shown as they are, with the time that they begin at', () => {
  const figures = {
    deliveries: { pending: 0, delivered: 1, failed: 0 },
    attempts: 1,
    successRate: 1,
    duration: { p50Ms: 20, p95Ms: 20 },
    byEvent: [{ event: 'message.sent', pending: 0, delivered: 1, failed: 0 }],
  };
  expect(toWebhookFigures({ since: new Date(TIME), ...figures })).toEqual({ since: TIME, ...figures });
});
