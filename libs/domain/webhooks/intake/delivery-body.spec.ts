import { deliveryBody, MAX_BODY_BYTES } from './delivery-body';

const timestamp = new Date('2030-01-31T12:00:00.123Z');
const bodyOf = (data: object) => deliveryBody({ id: 'd1', event: 'message.sent', timestamp, data });

describe('the body of a delivery', () => {
  test('is the id, the event, the time and the data, in this order', () => {
    expect(bodyOf({ content: 'Grüße 👋' })).toBe(
      '{"id":"d1","event":"message.sent","timestamp":"2030-01-31T12:00:00.123Z","data":{"content":"Grüße 👋"}}',
    );
  });

  test('that would be too large has its long texts cut, and says which', () => {
    const body = bodyOf({ userId: 'u', content: '👋'.repeat(MAX_BODY_BYTES / 4), metrics: ['x'.repeat(20_000)] });
    expect(Buffer.byteLength(body)).toBeLessThan(MAX_BODY_BYTES);
    expect(JSON.parse(body).data).toEqual({
      userId: 'u',
      content: '👋'.repeat(5_000),
      metrics: null,
      truncated: ['content', 'metrics'],
    });
  });

  test('that is cut is well-formed text', () => {
    const body = bodyOf({ content: `x${'👋'.repeat(MAX_BODY_BYTES / 4)}` });
    expect(JSON.parse(body).data.content.isWellFormed()).toBe(true);
  });
});
