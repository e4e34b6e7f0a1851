/** What the server says to a message, from the first event to the last. */
import { type Api, Refusal } from './api';
import type { Message } from './conversation-state';
import { withStanding } from './conversation-state';
import type { ConversationStore, StoreOptions } from './conversation-store';
import type { StreamEvent } from './event-stream';
import { readStream } from './stream-reader';
import type { ConversationAccess, WireAnswer, WireStarted } from './wire';

export interface ReplyOptions {
  api: Api;
  store: ConversationStore;
  access: () => ConversationAccess | undefined;
  /** Told when the server has the message, and in which conversation. */
  onStarted: (started: WireStarted) => void;
  onEvent: StoreOptions['onEvent'];
}

/**
 * False when the reply has ended while nobody was reading: then it stands among the messages.
 *
 * @throws TypeError when the connection broke before it began
 */
export async function readReply(
  { api, store, access, onStarted, onEvent: tell }: ReplyOptions,
  first: Response,
  message: Message,
  signal: AbortSignal,
): Promise<boolean> {
  let lastEventId = '';
  let next: Promise<Response> | undefined = Promise.resolve(first);

  function open(): Promise<Response> | undefined {
    const [opening, known, id] = [next, access(), store.get().writing?.id];
    next = undefined;
    return opening ?? (known && id ? api.resume(known, id, lastEventId, signal) : undefined);
  }

  /** True after the last event. */
  function onEvent({ id, type, data }: StreamEvent): boolean {
    const body = JSON.parse(data);
    lastEventId = id || lastEventId;
    if (type === 'delta') store.write({ text: (store.get().writing?.text ?? '') + body.text });
    else if (type === 'sources') store.write({ citations: body });
    else if (type === 'started') {
      onStarted(body);
      store.takeMessage({ id: body.user_message_id, sender: 'user', content: message.text });
      store.write({ id: body.message_id ?? undefined });
    } else {
      if (type === 'error') {
        store.patch({ writing: undefined, problem: 'failed' });
        tell('error', body);
      } else finish(store, body, type === 'withdrawn');
      return true;
    }
    return false;
  }

  try {
    return await readStream({ open, onEvent, onReconnecting: store.onReconnecting, signal });
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

function finish(store: ConversationStore, answer: WireAnswer, isWithdrawn: boolean): void {
  const citations = answer.citations ?? store.get().writing?.citations ?? [];
  const { message_id: id, response } = answer;
  store.set({ ...withStanding(store.get(), answer), writing: undefined });
  // While a person answers, what comes in place of an answer is only a notice.
  if (isWithdrawn || !id) store.patch({ notice: response });
  else store.takeMessage({ id, sender: 'ai', content: response, citations });
}
