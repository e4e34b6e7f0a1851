import type { FastifyRequest } from 'fastify';
import type { SseFrame } from '#infra/http';

const EVENT_STREAM = 'text/event-stream';

export function wantsStream({ stream }: { stream?: boolean }, { headers }: Pick<FastifyRequest, 'headers'>): boolean {
  return stream ?? headers.accept?.includes(EVENT_STREAM) ?? false;
}

/** @param map gives undefined for what is not to be shown */
export async function* framesOf<Item>(
  items: AsyncIterable<Item>,
  map: (item: Item) => SseFrame | undefined,
): AsyncGenerator<SseFrame> {
  for await (const item of items) {
    const frame = map(item);
    if (frame) yield frame;
  }
}
