import type { FastifyPluginCallback } from 'fastify';
import type { BullQueue } from './bull-queue';

/**
 * What of Bull Board changes nothing but when a message is run: those that were given up may be run again, those that
 * wait for their time may be run now. Everything else would lose messages, or let them pile up.
 */
const HARMLESS = [
  /^\/api\/queues\/[^/]+\/retry\/failed$/,
  /^\/api\/queues\/[^/]+\/[^/]+\/retry(?:\/failed)?$/,
  /^\/api\/queues\/[^/]+\/[^/]+\/promote$/,
];

/** @param path below that of the pages, without a query */
export function isHarmless(method: string, path: string): boolean {
  return method === 'GET' || method === 'HEAD' || (method === 'PUT' && HARMLESS.some((route) => route.test(path)));
}

/** Bull Board is loaded only where somebody mounts it. `<basePath>/logout` is theirs to serve. */
export async function boardOver(queues: Iterable<BullQueue>, basePath: string): Promise<FastifyPluginCallback> {
  const [{ createBullBoard }, { BullAdapter }, { FastifyAdapter }] = await Promise.all([
    import('@bull-board/api'),
    import('@bull-board/api/bullAdapter'),
    import('@bull-board/fastify'),
  ]);
  const serverAdapter = new FastifyAdapter();
  serverAdapter.setBasePath(basePath);
  const miscLinks = [{ text: 'Log out', url: `${basePath}/logout` }];
  const options = { uiConfig: { boardTitle: 'Parley: queues', hideRedisDetails: true, miscLinks } };
  const shown = [...queues].map((queue) => {
    const adapter = new BullAdapter(queue);
    // Our workers have connections of other names than Bull looks for, and none found would be shown as none there.
    adapter.getWorkers = async () => null;
    return adapter;
  });
  createBullBoard({ queues: shown, serverAdapter, options });
  return serverAdapter.registerPlugin();
}
