/** Holds the state of the conversation, and tells of every change. */
import { type ConversationState, emptyState, type Writing, withMessage } from './conversation-state';
import type { Memory } from './storage';
import type { WireMessage } from './wire';

export interface StoreOptions {
  memory: Memory;
  onChange: (state: ConversationState) => void;
  /** Hears what the site may want to hear. */
  onEvent: (name: 'message' | 'handling' | 'error', detail: unknown) => void;
}

export type ConversationStore = ReturnType<typeof createStore>;

export const NOTHING_WRITTEN: Writing = { text: '', citations: [] };

export function createStore({ memory, onChange, onEvent }: StoreOptions) {
  let state = emptyState(navigator.onLine);

  function set(next: ConversationState): void {
    const { handling } = state;
    state = next;
    onChange(state);
    if (handling === state.handling) return;
    memory.change({ handling: state.handling });
    onEvent('handling', { handling: state.handling, agent: state.agent });
  }
  const patch = (change: Partial<ConversationState>) => set({ ...state, ...change });

  return {
    get: () => state,
    set,
    patch,
    write: (change: Partial<Writing>) => patch({ writing: { ...NOTHING_WRITTEN, ...state.writing, ...change } }),
    takeMessage(message: WireMessage): void {
      const isNew = !state.messages.some(({ id }) => id === message.id);
      set(withMessage(state, message));
      if (isNew) onEvent('message', { sender: message.sender, text: message.content });
    },
    onReconnecting(isReconnecting: boolean): void {
      if (isReconnecting !== state.isReconnecting) patch({ isReconnecting });
    },
  };
}
