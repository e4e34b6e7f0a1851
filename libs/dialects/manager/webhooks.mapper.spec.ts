import type { Webhook } from '#domain/webhooks';
import { toCreatedWebhook, toNewWebhook, toWebhook } from './webhooks.mapper';

const key = '0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b';
const INPUT = { url: 'https://receiver.example/hook', events: ['bot.message_received'] };
const WEBHOOK = { id: key, ...INPUT, isActive: true, createdAt: new Date(0) } as unknown as Webhook;
const SHOWN = {
  id: `wh_${key.replaceAll('-', '')}`,
  ...INPUT,
  active: true,
  created_at: '1970-01-01T00:00:00.000Z',
};

test('a secret is told once, when it was made here', () => {
  expect(toCreatedWebhook({ webhook: WEBHOOK, secret: 'made' }, INPUT)).toEqual({ ...SHOWN, secret: 'made' });
  const given = { ...INPUT, secret: 'manager_secret' };
  expect(toCreatedWebhook({ webhook: WEBHOOK, secret: given.secret }, given)).toEqual(SHOWN);
  expect(toNewWebhook(given)).toEqual(given);
  expect(toNewWebhook({ ...INPUT, secret: null })).toEqual(INPUT);
  expect(toWebhook(WEBHOOK)).toEqual(SHOWN);
});
