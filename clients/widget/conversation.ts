/**
 * A visitor's conversation: what is sent, what comes back, and what is done when that fails. It knows nothing of the page's
 * looks; `onChange` is told of every new state, `onEvent` of what the site may want to hear.
 */
import { type Api, Refusal } from './api';
import {
  type ConversationState,
  changeMessage,
  emptyState,
  type Message,
  type Problem,
  unsentTexts,
  type Writing,
  withHistory,
  withMessage,
  withStanding,
} from './conversation-state';
import type { StreamEvent } from './event-stream';
import type { Memory } from './storage';
import { readStream } from './stream-reader';
import type { WireAnswer, WireMessage, WireStarted } from './wire';

export interface ConversationOptions {
  api: Api;
  memory: Memory;
  /** The site's name for the user. */
  userId: string | undefined;
  /** Kept with the conversation: who is asking, and on which page. */
  metadata: () => Readonly<Record<string, string | undefined>>;
  onChange: (state: ConversationState) => void;
  onEvent: (name: 'message' | 'handling' | 'error', detail: unknown) => void;
}

export type Conversation = ReturnType<typeof createConversation>;

const NOTHING_WRITTEN: Writing = { text: '', citations: [] };

export function createConversation({ api, memory, userId, metadata, onChange, onEvent }: ConversationOptions) {
  let state = emptyState(navigator.onLine);
  /** Ends with the conversation. */
  let life = new AbortController();
  let feed: AbortController | undefined;
  let isFeedWanted = false;
  /** All messages up to `state.position` are known. */
  let hasHistory = false;
  /** The server has answered this page, so it will do so again. */
  let isServed = false;
  let lastKey = 0;
  let currentId: string | undefined;

  const access = () => memory.get().conversation;
  const keepUnsent = () => memory.change({ unsent: unsentTexts(state) });
  const isPending = ({ key }: Message) => state.messages.some((one) => one.key === key && one.delivery);

  function set(next: ConversationState): void {
    const { handling } = state;
    state = next;
    onChange(state);
    if (handling === state.handling) return;
    memory.change({ handling: state.handling });
    onEvent('handling', { handling: state.handling, agent: state.agent });
  }
  const patch = (change: Partial<ConversationState>) => set({ ...state, ...change });
  const write = (change: Partial<Writing>) => patch({ writing: { ...NOTHING_WRITTEN, ...state.writing, ...change } });
  const onReconnecting = (isReconnecting: boolean) => {
    if (isReconnecting !== state.isReconnecting) patch({ isReconnecting });
  };

  function takeMessage(message: WireMessage): void {
    const isNew = !state.messages.some(({ id }) => id === message.id);
    set(withMessage(state, message));
    if (isNew) onEvent('message', { sender: message.sender, text: message.content });
  }

  function pendingMessage(text: string, delivery: Message['delivery']): Message {
    return { key: `local-${++lastKey}`, sender: 'user', text, citations: [], delivery };
  }

  // Sending ------------------------------------------------------------------------------------------------------------

  async function send(text: string): Promise<void> {
    const message = pendingMessage(text, 'sending');
    patch({ messages: [...state.messages, message] });
    await deliver(message);
  }

  /** The server may have the message all the same: a connection can break before it says so. */
  async function sendAgain(message: Message): Promise<void> {
    set(changeMessage(state, message.key, { delivery: 'sending' }));
    await loadHistory(life.signal).catch(() => undefined);
    if (isPending(message)) await deliver(message);
    else keepUnsent();
  }

  async function deliver(message: Message): Promise<void> {
    const { signal } = life;
    keepUnsent();
    patch({ problem: undefined, notice: undefined, writing: NOTHING_WRITTEN });
    try {
      const response = await ask(message.text, signal);
      isServed = true;
      await readReply(response, message, signal);
    } catch (error) {
      if (!signal.aborted) await fail(error, message);
    }
    if (signal.aborted) return;
    keepUnsent();
    tendFeed();
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
      set({
        ...emptyState(state.isOnline),
        writing: state.writing,
        messages: state.messages.filter((one) => one.delivery),
      });
      return api.ask(question, undefined, signal);
    }
  }

  async function fail(error: unknown, message: Message): Promise<void> {
    const problem = await problemOf(error);
    patch({ writing: undefined, problem: state.isOnline ? problem : undefined });
    if (isPending(message)) set(changeMessage(state, message.key, { delivery: 'unsent' }));
    onEvent('error', { problem });
  }

  async function problemOf(error: unknown): Promise<Problem> {
    const isRefused =
      error instanceof Refusal ? error.isFinal : !isServed && navigator.onLine && (await api.isReachable());
    return isRefused ? 'refused' : 'failed';
  }

  // Replies ------------------------------------------------------------------------------------------------------------

  async function readReply(first: Response, message: Message, signal: AbortSignal): Promise<void> {
    let lastEventId = '';
    let next: Promise<Response> | undefined = Promise.resolve(first);
    const open = () => {
      const opening = next ?? resume(lastEventId, signal);
      next = undefined;
      return opening;
    };
    const onEvent = (event: StreamEvent) => {
      lastEventId = event.id || lastEventId;
      return takeReplyEvent(event, message);
    };
    let isWhole = false;
    try {
      isWhole = await readStream({ open, onEvent, onReconnecting, signal });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
    if (isWhole || signal.aborted) return;
    // It has ended meanwhile, so it stands among the messages.
    await loadHistory(signal);
    patch({ writing: undefined });
  }

  function resume(lastEventId: string, signal: AbortSignal): Promise<Response> | undefined {
    const [known, id] = [access(), state.writing?.id];
    return known && id ? api.resume(known, id, lastEventId, signal) : undefined;
  }

  /** True after the last event. */
  function takeReplyEvent({ type, data }: StreamEvent, message: Message): boolean {
    const body = JSON.parse(data);
    if (type === 'started') begin(body, message);
    else if (type === 'sources') write({ citations: body });
    else if (type === 'delta') write({ text: (state.writing?.text ?? '') + body.text });
    else if (type === 'done' || type === 'withdrawn') finish(body, type === 'withdrawn');
    else if (type === 'error') {
      patch({ writing: undefined, problem: 'failed' });
      onEvent('error', body);
    }
    return type === 'done' || type === 'withdrawn' || type === 'error';
  }

  function begin(started: WireStarted, message: Message): void {
    if (started.conversation_token) {
      currentId = started.conversation_id;
      memory.change({ conversation: { id: currentId, token: started.conversation_token }, userId });
      hasHistory = true;
    }
    patch({ exists: true });
    takeMessage({ id: started.user_message_id, sender: 'user', content: message.text });
    keepUnsent();
    write({ id: started.message_id ?? undefined });
  }

  function finish(answer: WireAnswer, isWithdrawn: boolean): void {
    const citations = answer.citations ?? state.writing?.citations ?? [];
    const { message_id: id, response } = answer;
    set({ ...withStanding(state, answer), writing: undefined });
    // While a person answers, what comes in place of an answer is only a notice.
    if (isWithdrawn || !id) patch({ notice: response });
    else takeMessage({ id, sender: 'ai', content: response, citations });
  }

  // What the server knows ----------------------------------------------------------------------------------------------

  async function loadHistory(signal: AbortSignal): Promise<void> {
    const known = access();
    if (!known) return;
    const found = await api.read(known, signal);
    isServed = hasHistory = true;
    const next = withStanding(withHistory(state, found.messages), found);
    const { ratings = {} } = memory.get();
    const messages = next.messages.map((one) => {
      const score = ratings[one.id ?? ''];
      return score === one.score ? one : { ...one, score };
    });
    set({ ...next, messages, position: found.last_position ?? state.position });
  }

  function tendFeed(): void {
    if (!isFeedWanted || !access()) stopFeed();
    else if (!feed) {
      feed = new AbortController();
      follow(feed.signal);
    }
  }

  function stopFeed(): void {
    feed?.abort();
    feed = undefined;
  }

  async function follow(signal: AbortSignal): Promise<void> {
    const open = async () => {
      if (!hasHistory) await loadHistory(signal);
      return api.follow(access()!, state.position, signal);
    };
    const onEvent = ({ type, data }: StreamEvent) => {
      if (type === 'message') takeMessage(JSON.parse(data));
      else if (type === 'handling') set(withStanding(state, JSON.parse(data)));
      return false;
    };
    // Only a refusal ends it before its signal.
    await readStream({ open, onEvent, onReconnecting, signal }).catch(reset);
  }

  // Its life -----------------------------------------------------------------------------------------------------------

  function drop(): void {
    stopFeed();
    hasHistory = false;
    memory.change({ conversation: undefined, handling: undefined, seen: undefined, ratings: undefined });
  }

  /** Begins from what is remembered, which may be nothing. */
  function load(): void {
    life.abort();
    life = new AbortController();
    stopFeed();
    hasHistory = false;
    const { conversation, handling = 'bot', unsent = [], userId: owner } = memory.get();
    if (conversation && owner !== userId) {
      reset();
      return;
    }
    currentId = conversation?.id;
    set({
      ...emptyState(navigator.onLine),
      exists: conversation !== undefined,
      handling: conversation ? handling : 'bot',
      messages: unsent.map((text) => pendingMessage(text, 'unsent')),
    });
    tendFeed();
  }

  function reset(): void {
    drop();
    load();
  }

  const onLine = () => patch({ isOnline: navigator.onLine, ...(navigator.onLine ? {} : { problem: undefined }) });
  /** Another tab has begun a conversation, or ended ours. */
  const onStorage = ({ key }: StorageEvent) => {
    if (key === memory.key && access()?.id !== currentId) load();
  };
  addEventListener('online', onLine);
  addEventListener('offline', onLine);
  addEventListener('storage', onStorage);

  return {
    send,
    sendAgain,
    load,
    /** Begins anew; what was not sent stays to be sent. */
    reset,

    /** A visitor who looks, or waits for a person, hears at once what others write. */
    setFeedWanted(isWanted: boolean): void {
      isFeedWanted = isWanted;
      tendFeed();
    },

    async escalate(): Promise<void> {
      const known = access();
      if (!known) return;
      try {
        const standing = await api.escalate(known);
        set(withStanding(state, { handling: state.handling === 'bot' ? 'waiting' : state.handling, ...standing }));
      } catch (error) {
        patch({ problem: await problemOf(error) });
      }
    },

    async rate({ key, id, score: before }: Message, score: number): Promise<void> {
      const known = access();
      if (!known || !id) return;
      set(changeMessage(state, key, { score }));
      try {
        await api.rate(known, id, score);
        memory.change({ ratings: { ...memory.get().ratings, [id]: score } });
      } catch {
        set({ ...changeMessage(state, key, { score: before }), problem: 'failed' });
      }
    },

    end(): void {
      life.abort();
      stopFeed();
      removeEventListener('online', onLine);
      removeEventListener('offline', onLine);
      removeEventListener('storage', onStorage);
    },
  };
}
