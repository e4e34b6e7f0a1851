import type { CompletionEvent } from '#domain/chats';
import type { Completed } from './chat-completions.mapper';

/** The end of a completion that nobody reads along with. */
export async function doneOf(events: AsyncIterable<CompletionEvent>): Promise<Completed> {
  for await (const event of events) if (event.type === 'done') return event;
  throw new Error('The events of a completion ended without the reply.');
}
