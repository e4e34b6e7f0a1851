import { SECOND_MS } from '#kernel';
import type { Destination } from '#providers/channel-transport';
import type { ReadyChannel } from '../channel-accounts';

/** Telegram shows it for 5 seconds (Bot API, sendChatAction), Discord for 10. */
const RENEW_MS = 4 * SECOND_MS;

/** Shows that an answer is being written until `work` is over. Nobody waits for it, and its failures matter to nobody. */
export async function whileTyping<Result>(
  { transport, account }: ReadyChannel,
  { chatId, threadId, replyTo }: Destination,
  work: () => Promise<Result>,
): Promise<Result> {
  const over = new AbortController();
  const to = { chatId, ...(threadId === undefined ? {} : { threadId }), ...(replyTo === undefined ? {} : { replyTo }) };
  const show = () => void transport.typing(account, to, { signal: over.signal }).catch(() => undefined);
  show();
  const timer = setInterval(show, RENEW_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    over.abort();
  }
}
