/** Without Redis there are no pages of the queues: their path is as unknown as any other. */
import { sharedInstallation } from '#testing/parley';

test.each(['/admin/queues', '/admin/queues/login', '/admin/queues/api/queues'])('%s is unknown', async (path) => {
  const { baseUrl } = await sharedInstallation();
  const answer = await fetch(baseUrl + path, { redirect: 'manual' });
  const { code } = (await answer.json()) as { code: string };
  expect([answer.status, code]).toEqual([404, 'NOT_FOUND']);
});
