import { signatureHeaders } from './signatures';

const ID = '01890a5d-ac96-774b-bcce-b302099a8057';
const BODY = '{"id":"01890a5d-ac96-774b-bcce-b302099a8057","event":"message.sent","data":{"text":"Grüße"}}';
const timestampS = 1_700_000_000;

describe('the signatures of a webhook request', () => {
  const headersFor = (...secrets: string[]) => signatureHeaders({ id: ID, timestampS, body: BODY, secrets });

  // The values were made with Python's hmac module from the rules at the head of signatures.ts.
  const WHSEC = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
  const OF_WHSEC = 'v1,Er39bmqYVmwnpVjFTZ8uKYHiJju64o3ng7vurO9ZMyo=';
  const OF_TEXT = 'v1,o19NW5et7VPfGGzZGF27pmjA3PuQ0xX6Zid+Dv9PZLU=';

  test('name the delivery and the second of the attempt', () => {
    expect(headersFor(WHSEC)).toMatchObject({ 'webhook-id': ID, 'webhook-timestamp': '1700000000' });
  });

  test('of a whsec_ secret are made with its decoded bytes, the plain one with its text', () => {
    expect(headersFor(WHSEC)).toEqual({
      'webhook-id': ID,
      'webhook-timestamp': '1700000000',
      'webhook-signature': OF_WHSEC,
      'X-Webhook-Signature': 'sha256=10d8eb13b0aecf6b4ae68e2b215aed64a0447f9b7489df764bf70dd07e7592b9',
    });
  });

  test('of any other secret are made with its UTF-8 bytes', () => {
    expect(headersFor('your_webhook_secret')).toMatchObject({
      'webhook-signature': OF_TEXT,
      'X-Webhook-Signature': 'sha256=45d7d9978d9b72e875ddb3e82d1cba548f6d6636b6028aef834ccc7ba8ca6b70',
    });
  });

  test('of one that is also base64 stand there for both readings', () => {
    expect(headersFor('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw')['webhook-signature']).toBe(
      `v1,8QyN6fycCqdoek9dAeKsR8r/MJZayDmZnzHxkOIM0xM= ${OF_WHSEC}`,
    );
  });

  test('of a whsec_ secret that is no base64 are made with its text', () => {
    expect(headersFor('whsec_no base64!')['webhook-signature']).toBe('v1,0QKU8/6+hF6il6v8NNxATkA1S+JlRiEPEi6/PisAzXM=');
  });

  test('are of both secrets while one is changed for the other, the plain ones apart', () => {
    expect(headersFor('your_webhook_secret', WHSEC)).toMatchObject({
      'webhook-signature': `${OF_TEXT} ${OF_WHSEC}`,
      'X-Webhook-Signature': 'sha256=45d7d9978d9b72e875ddb3e82d1cba548f6d6636b6028aef834ccc7ba8ca6b70',
      'X-Webhook-Signature-Previous': 'sha256=10d8eb13b0aecf6b4ae68e2b215aed64a0447f9b7489df764bf70dd07e7592b9',
    });
  });

  test('change with every byte of the body, the id and the second', () => {
    const secrets = [WHSEC];
    const first = signatureHeaders({ id: ID, timestampS, body: BODY, secrets })['webhook-signature'];
    for (const other of [{ body: `${BODY} ` }, { id: `${ID}0` }, { timestampS: timestampS + 1 }])
      expect(signatureHeaders({ id: ID, timestampS, body: BODY, secrets, ...other })['webhook-signature']).not.toBe(
        first,
      );
  });
});
