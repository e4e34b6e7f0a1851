import { isHarmless } from './queue-board';

const QUEUE = '/api/queues/webhooks.deliver';

describe('what an administrator may do with a queue', () => {
  test.each([
    ['GET', '/api/queues'],
    ['GET', `${QUEUE}/0198`],
    ['PUT', `${QUEUE}/retry/failed`],
    ['PUT', `${QUEUE}/0198/retry`],
    ['PUT', `${QUEUE}/0198/promote`],
  ])('is %s %s', (method, path) => {
    expect(isHarmless(method, path)).toBe(true);
  });

  test.each([
    ['PUT', '/api/queues/pause'],
    ['PUT', `${QUEUE}/pause`],
    ['PUT', `${QUEUE}/empty`],
    ['PUT', `${QUEUE}/obliterate`],
    ['PUT', `${QUEUE}/clean/failed`],
    ['PUT', `${QUEUE}/retry/completed`],
    ['PUT', `${QUEUE}/0198/clean`],
    ['POST', `${QUEUE}/add`],
    ['PATCH', `${QUEUE}/0198/update-data`],
    ['DELETE', QUEUE],
  ])('is not %s %s, which could lose work or let it pile up', (method, path) => {
    expect(isHarmless(method, path)).toBe(false);
  });
});
