import { createHmac } from 'node:crypto';
import { WebhookVerificationError } from './errors';
import { verifyWebhook, type WebhookDelivery } from './webhooks';

const NOW_S = 1_900_000_000;
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const EVENT = { id: 'd1', event: 'message.sent', timestamp: '2030-03-17T17:46:40.000Z', data: { content: 'Grüße' } };
const BODY = JSON.stringify(EVENT);

const plain = (secret: string, body = BODY) => `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

function standard(secret: string, atS = NOW_S, id = EVENT.id): Record<string, string> {
  const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : Buffer.from(secret);
  const signature = createHmac('sha256', key).update(`${id}.${atS}.${BODY}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(atS), 'webhook-signature': `v1,AAAA v2,x v1,${signature}` };
}

const verify = (headers: WebhookDelivery['headers'], more: Partial<WebhookDelivery> = {}) =>
  verifyWebhook({ body: BODY, headers, secret: SECRET, nowS: NOW_S, ...more });

describe('a webhook', () => {
  test.each([
    ['a secret of Standard Webhooks', SECRET],
    ['a secret of your own', 'a secret, of no particular form'],
  ])('is genuine by either signature with %s', async (_, secret) => {
    for (const headers of [standard(secret), { 'x-webhook-signature': plain(secret) }])
      expect(await verify(headers, { secret })).toEqual(EVENT);
  });

  test('is taken as bytes, and with headers of any kind', async () => {
    const body = new TextEncoder().encode(BODY);
    for (const headers of [new Headers(standard(SECRET)), { 'X-Webhook-Signature': [plain(SECRET)] }])
      expect(await verify(headers, { body })).toEqual(EVENT);
  });

  test('is genuine while its secret is changed, whichever side is first', async () => {
    const previous = { 'x-webhook-signature': plain('the new one'), 'x-webhook-signature-previous': plain(SECRET) };
    expect(await verify(previous)).toEqual(EVENT);
    expect(await verify(standard(SECRET), { secret: ['the new one', SECRET] })).toEqual(EVENT);
  });

  test.each([
    ['another body', standard(SECRET), { body: BODY.replace('sent', 'lost') }],
    ['another body, signed plainly', { 'x-webhook-signature': plain(SECRET) }, { body: `${BODY} ` }],
    ['another secret', standard('whsec_AAAA'), {}],
    ['another time', { ...standard(SECRET), 'webhook-timestamp': String(NOW_S + 1) }, {}],
    ['another id', { ...standard(SECRET), 'webhook-id': 'd2' }, {}],
    ['no signature', {}, {}],
    ['a signature that is none', { 'x-webhook-signature': 'sha256=zz' }, {}],
    ['no time', { ...standard(SECRET), 'webhook-timestamp': '' }, {}],
    ['an old delivery', standard(SECRET, NOW_S - 301), {}],
    ['one from the future', standard(SECRET, NOW_S + 301), {}],
    ['an old one, signed plainly', { 'x-webhook-signature': plain(SECRET), 'x-webhook-timestamp': '1' }, {}],
    ['a plain signature where the other is wanted', { 'x-webhook-signature': plain(SECRET) }, { scheme: 'standard' }],
    [
      'a wrong one beside a plain one that is good',
      { ...standard('whsec_AAAA'), 'x-webhook-signature': plain(SECRET) },
      {},
    ],
  ] as const)('is refused with %s', async (_, headers, more) => {
    await expect(verify(headers, more)).rejects.toThrow(WebhookVerificationError);
  });

  test('may be as old as you say', async () => {
    expect(await verify(standard(SECRET, NOW_S - 900), { toleranceS: 900 })).toEqual(EVENT);
  });

  test('cannot be checked without a secret', async () => {
    await expect(verify({ 'x-webhook-signature': plain('x') }, { secret: '' })).rejects.toThrow(TypeError);
  });
});
