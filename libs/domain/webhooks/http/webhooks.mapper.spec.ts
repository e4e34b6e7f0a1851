import { VOCABULARIES } from '#testing/webhook-services';
import type { Webhook } from '../webhooks.types';
import {
  toCreateWebhook,
  toRegisteredWebhook,
  toWebhookEvents,
  toWebhookPatch,
  toWebhookWithItsSecret,
} from './webhooks.mapper';

const WEBHOOK: Webhook = {
  id: '0190f000-0000-7000-8000-000000000001',
  teamId: '0190f000-0000-7000-8000-000000000002',
  dialect: 'platform',
  url: 'https://receiver.example/hook',
  events: ['message.sent'],
  botId: undefined,
  description: null,
  isActive: false,
  disabledReason: 'failing',
  disabledAt: new Date('2026-01-05T00:00:00Z'),
  failingSince: new Date('2026-01-04T00:00:00Z'),
  lastSuccessAt: null,
  lastFailureAt: new Date('2026-01-05T00:00:00Z'),
  previousSecretExpiresAt: null,
  createdAt: new Date('2026-01-02T03:04:05.678Z'),
  updatedAt: new Date('2026-01-03T00:00:00Z'),
};

const SHOWN = {
  id: WEBHOOK.id,
  url: 'https://receiver.example/hook',
  events: ['message.sent'],
  active: false,
  chatbotId: null,
  description: null,
  disabledReason: 'failing',
  disabledAt: '2026-01-05T00:00:00.000Z',
  failingSince: '2026-01-04T00:00:00.000Z',
  lastSuccessAt: null,
  lastFailureAt: '2026-01-05T00:00:00.000Z',
  previousSecretExpiresAt: null,
  createdAt: '2026-01-02T03:04:05.678Z',
  updatedAt: '2026-01-03T00:00:00.000Z',
};

test('a webhook on the wire has times in ISO 8601 and null for what is not, and neither team, dialect nor secret', () => {
  expect(toRegisteredWebhook(WEBHOOK)).toEqual(SHOWN);
  expect(toRegisteredWebhook({ ...WEBHOOK, botId: 'b' }).chatbotId).toBe('b');
});

test('its secret is told beside it', () => {
  expect(toWebhookWithItsSecret({ webhook: WEBHOOK, secret: 'hidden' })).toEqual({ ...SHOWN, secret: 'hidden' });
});

test('a webhook for null chatbots is one for all', () => {
  const given = { url: SHOWN.url, events: SHOWN.events };
  expect(toCreateWebhook({ ...given, chatbotId: null })).toEqual(given);
  expect(toCreateWebhook({ ...given, chatbotId: 'b', secret: 's' })).toEqual({ ...given, botId: 'b', secret: 's' });
});

test('an update says only what was said, and null clears', () => {
  expect(toWebhookPatch({})).toEqual({});
  expect(toWebhookPatch({ active: false, chatbotId: null, description: null })).toEqual({
    isActive: false,
    botId: null,
    description: null,
  });
});

test('the events of the dialect are shown with their examples', () => {
  expect(toWebhookEvents(VOCABULARIES, 'french')).toEqual([
    { name: 'the.cueilli', description: 'Darjeeling was picked.', example: { tea: 'Darjeeling' } },
  ]);
  expect(toWebhookEvents(VOCABULARIES, 'german')).toEqual([]);
});
