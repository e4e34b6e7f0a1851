/**
 * A visitor's conversation: what is sent, what becomes of it, and what is done when that fails. It knows nothing of the
 * page's looks.
 */
import { type Api, Refusal } from './api';
import { changeMessage, emptyState, type Message, type Problem, unsentTexts, withStanding } from './conversation-state';
import { createStore, NOTHING_WRITTEN, type StoreOptions } from './conversation-store';
import { createLiveFeed } from './live-feed';
import { readReply } from './reply';
import type { WireStarted } from './wire';

export interface ConversationOptions extends StoreOptions {
  api: Api;
  /** The site's name for the user. */
  userId: string | undefined;
  /** Kept with the conversation: who is asking, and on which page. */
  metadata: () => Readonly<Record<string, string | undefined>>;
  /** Ends it. */
  ending: AbortSignal;
}

export function createConversation({ api, userId, metadata, ending, ...options }: ConversationOptions) {
  const { memory, onEvent } = options;
  const store = createStore(options);
  const feed = createLiveFeed({ api, memory, store, onGone: reset });
  const access = () => memory.get().conversation;
  const keepUnsent = () => memory.change({ unsent: unsentTexts(store.get()) });
  const isPending = ({ key }: Message) => store.get().messages.some((one) => one.key === key && one.delivery);
  const change = ({ key }: Message, change: Partial<Message>) => store.set(changeMessage(store.get(), key, change));
  const reply = { api, store, access, onStarted, onEvent };
  /** Ends with the conversation. */
  let life = new AbortController();
  let lastKey = 0;
  let currentId: string | undefined;

  function pendingMessage(text: string, delivery: Message['delivery']): Message {
    return { key: `local-${++lastKey}`, sender: 'user', text, citations: [], delivery };
  }

  async function send(text: string): Promise<void> {
    const message = pendingMessage(text, 'sending');
    store.patch({ messages: [...store.get().messages, message] });
    await deliver(message);
  }

  /** The server may have the message all the same: a connection can break before it says so. */
  async function sendAgain(message: Message): Promise<void> {
    change(message, { delivery: 'sending' });
    await feed.loadHistory(life.signal).catch(() => undefined);
    if (isPending(message)) await deliver(message);
    else keepUnsent();
  }

  async function deliver(message: Message): Promise<void> {
    const { signal } = life;
    keepUnsent();
    store.patch({ problem: undefined, notice: undefined, writing: NOTHING_WRITTEN });
    try {
      const response = await ask(message.text, signal);
      const isRead = await readReply(reply, response, message, signal);
      if (!isRead && !signal.aborted) {
        await feed.loadHistory(signal);
        store.patch({ writing: undefined });
      }
    } catch (error) {
      if (!signal.aborted) await fail(error, message);
    }
    if (signal.aborted) return;
    keepUnsent();
    feed.tend();
  }

  async function ask(message: string, signal: AbortSignal): Promise<Response> {
    const question = { message, user_id: userId ?? memory.get().visitorId, metadata: metadata() };
    const known = access();
    try {
      return await api.ask(question, known, signal);
    } catch (error) {
      if (!known || !(error instanceof Refusal) || !error.isFinal) throw error;
      // The conversation is gone, so the message begins another.
      drop();
      const { isOnline, writing, messages } = store.get();
      store.set({ ...emptyState(isOnline), writing, messages: messages.filter((one) => one.delivery) });
      return api.ask(question, undefined, signal);
    }
  }

  function onStarted({ conversation_id: id, conversation_token: token }: WireStarted): void {
    if (token) {
      currentId = id;
      memory.change({ conversation: { id, token }, userId });
      feed.begin(true);
    }
    store.patch({ exists: true });
  }

  async function fail(error: unknown, message: Message): Promise<void> {
    const problem = await problemOf(error);
    store.patch({ writing: undefined, problem: store.get().isOnline ? problem : undefined });
    if (isPending(message)) change(message, { delivery: 'unsent' });
    onEvent('error', { problem });
  }

  async function problemOf(error: unknown): Promise<Problem> {
    const { exists, isOnline } = store.get();
    // Who has a conversation was let in before.
    const isRefused = error instanceof Refusal ? error.isFinal : !exists && isOnline && (await api.isReachable());
    return isRefused ? 'refused' : 'failed';
  }

  function drop(): void {
    feed.begin(false);
    memory.change({ conversation: undefined, handling: undefined, seen: undefined, ratings: undefined });
  }

  /** Begins from what is remembered, which may be nothing, or of somebody else. */
  function load(): void {
    life.abort();
    life = new AbortController();
    if (access() && memory.get().userId !== userId) drop();
    feed.begin(false);
    const { conversation, handling, unsent = [] } = memory.get();
    currentId = conversation?.id;
    store.set({
      ...emptyState(navigator.onLine),
      exists: conversation !== undefined,
      handling: (conversation && handling) ?? 'bot',
      messages: unsent.map((text) => pendingMessage(text, 'unsent')),
    });
    feed.tend();
  }

  function reset(): void {
    drop();
    load();
  }

  const onLine = () => {
    const isOnline = navigator.onLine;
    store.patch({ isOnline, problem: isOnline ? store.get().problem : undefined });
  };
  /** Another tab has begun a conversation, or ended ours. */
  const onStorage = ({ key }: StorageEvent) => {
    if (key === memory.key && access()?.id !== currentId) load();
  };
  addEventListener('online', onLine, { signal: ending });
  addEventListener('offline', onLine, { signal: ending });
  addEventListener('storage', onStorage, { signal: ending });
  ending.addEventListener('abort', () => {
    life.abort();
    feed.stop();
  });

  return {
    send,
    sendAgain,
    load,
    /** Begins anew; what was not sent stays to be sent. */
    reset,
    /** A visitor who looks, or waits for a person, hears at once what others write. */
    setFeedWanted: feed.setWanted,

    async escalate(): Promise<void> {
      try {
        store.set(withStanding(store.get(), await api.escalate(access()!)));
      } catch (error) {
        store.patch({ problem: await problemOf(error) });
      }
    },

    async rate(message: Message, score: number): Promise<void> {
      const [known, id] = [access(), message.id];
      if (!known || !id) return;
      change(message, { score });
      try {
        await api.rate(known, id, score);
        memory.change({ ratings: { ...memory.get().ratings, [id]: score } });
      } catch {
        change(message, { score: message.score });
        store.patch({ problem: 'failed' });
      }
    },
  };
}
