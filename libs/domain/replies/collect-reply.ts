import type { Reply, ReplyEvent } from './replies.types';

/** The reply at the end of a stream of events. */
export async function collectReply(events: AsyncIterable<ReplyEvent>): Promise<Reply> {
  for await (const event of events) {
    if (event.type === 'done') return event.reply;
  }
  throw new Error('The events of a reply ended without the reply.');
}
