/** What the server knows of a conversation: all that was said, then what happens, for as long as somebody wants to hear it. */
import type { Api } from './api';
import { withHistory, withStanding } from './conversation-state';
import type { ConversationStore } from './conversation-store';
import type { StreamEvent } from './event-stream';
import type { Memory } from './storage';
import { readStream } from './stream-reader';

export interface LiveFeedOptions {
  api: Api;
  memory: Memory;
  store: ConversationStore;
  /** The conversation is gone, or not for this visitor any more. */
  onGone: () => void;
}

export function createLiveFeed({ api, memory, store, onGone }: LiveFeedOptions) {
  let running: AbortController | undefined;
  let isWanted = false;
  /** All messages up to `position` are known. */
  let hasHistory = false;

  async function loadHistory(signal: AbortSignal): Promise<void> {
    const { conversation, ratings = {} } = memory.get();
    if (!conversation) return;
    const found = await api.read(conversation, signal);
    const next = withStanding(withHistory(store.get(), found.messages), found);
    const messages = next.messages.map((one) => {
      const score = ratings[one.id ?? ''];
      return score === one.score ? one : { ...one, score };
    });
    hasHistory = true;
    store.set({ ...next, messages, position: found.last_position ?? next.position });
  }

  async function follow(signal: AbortSignal): Promise<void> {
    const open = async () => {
      if (!hasHistory) await loadHistory(signal);
      return api.follow(memory.get().conversation!, store.get().position, signal);
    };
    const onEvent = ({ type, data }: StreamEvent) => {
      if (type === 'message') store.takeMessage(JSON.parse(data));
      else if (type === 'handling') store.set(withStanding(store.get(), JSON.parse(data)));
      return false;
    };
    // Only a refusal ends it before its signal.
    await readStream({ open, onEvent, onReconnecting: store.onReconnecting, signal }).catch(onGone);
  }

  /** Runs when it is wanted, and there is a conversation. */
  function tend(): void {
    if (!isWanted || !memory.get().conversation) stop();
    else if (!running) {
      running = new AbortController();
      follow(running.signal);
    }
  }

  function stop(): void {
    running?.abort();
    running = undefined;
  }

  return {
    loadHistory,
    tend,
    stop,
    setWanted(wanted: boolean): void {
      isWanted = wanted;
      tend();
    },
    /** Another conversation: of a new one all is known, of an old one nothing. */
    begin(isNew: boolean): void {
      stop();
      hasHistory = isNew;
    },
  };
}
