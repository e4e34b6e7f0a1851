/** What is known of a conversation, and what an event makes of it. Pure: every function returns a new state. */
import type { Citation, Handling, Sender, Status, WireMessage, WireStanding } from './wire';

export interface Message {
  /** Stays the same while a message waits for its id. */
  key: string;
  /** The server's; missing until it has the message. */
  id?: string;
  sender: Sender;
  text: string;
  citations: readonly Citation[];
  author?: string;
  delivery?: 'sending' | 'unsent';
  score?: number;
}

/** A reply on its way. */
export interface Writing {
  id?: string;
  text: string;
  citations: readonly Citation[];
}

export type Problem = 'refused' | 'failed';

export interface ConversationState {
  exists: boolean;
  messages: readonly Message[];
  writing?: Writing;
  handling: Handling;
  status: Status;
  /** Name of the person who answers. */
  agent?: string;
  /** What the server told instead of an answer, until somebody answers. */
  notice?: string;
  isOnline: boolean;
  /** A connection has broken, and is being made again. */
  isReconnecting: boolean;
  problem?: Problem;
  /** Up to where the live feed has been read. */
  position: number;
}

export function emptyState(isOnline: boolean): ConversationState {
  return {
    exists: false,
    messages: [],
    handling: 'bot',
    status: 'active',
    isOnline,
    isReconnecting: false,
    position: 0,
  };
}

/** A message of the server, which may be known already: by its id, or as one that was just sent from here. */
export function withMessage(state: ConversationState, message: WireMessage): ConversationState {
  const index = indexOf(state.messages, message);
  const known = state.messages[index];
  const next = merged(known, message);
  const messages = [...state.messages];
  if (next !== known) messages.splice(index < 0 ? messages.length : index, 1, next);
  const isAnswered = message.sender === 'agent' || message.sender === 'ai';
  return {
    ...state,
    messages,
    writing: state.writing?.id === message.id ? undefined : state.writing,
    notice: isAnswered ? undefined : state.notice,
    position: Math.max(state.position, message.position ?? 0),
  };
}

/** All that the server has; of what it does not have, only what is still to be sent stays. */
export function withHistory(state: ConversationState, history: readonly WireMessage[]): ConversationState {
  let pending = state.messages.filter(({ delivery }) => delivery);
  const lastOwn = history.filter(({ sender }) => sender === 'user').at(-1);
  const messages = history.map((message) => {
    const known = state.messages.find(({ id }) => id === message.id);
    const arrived = message === lastOwn && !known ? pending[indexOf(pending, message)] : undefined;
    pending = pending.filter((one) => one !== arrived);
    return merged(known ?? arrived, message);
  });
  return { ...state, messages: [...messages, ...pending] };
}

export function withStanding(state: ConversationState, standing: WireStanding): ConversationState {
  const handling = standing.handling ?? state.handling;
  const agent = standing.agent_name === undefined ? state.agent : (standing.agent_name ?? undefined);
  return {
    ...state,
    handling,
    status: standing.status ?? state.status,
    agent: handling === 'human' ? agent : undefined,
    notice: handling === 'human' ? state.notice : undefined,
  };
}

export function changeMessage(state: ConversationState, key: string, patch: Partial<Message>): ConversationState {
  return { ...state, messages: state.messages.map((one) => (one.key === key ? { ...one, ...patch } : one)) };
}

export const unsentTexts = (state: ConversationState): string[] =>
  state.messages.filter(({ delivery }) => delivery).map(({ text }) => text);

/** How many answers have come after the message that was seen last. */
export function unreadAfter(messages: readonly Message[], seen: string | undefined): number {
  const start = messages.findIndex(({ id }) => id !== undefined && id === seen) + 1;
  return messages.slice(start).filter(({ sender }) => sender === 'ai' || sender === 'agent').length;
}

/** A connection may break after the server has taken a message and before it could say so: then the text tells. */
function indexOf(messages: readonly Message[], { id, sender, content }: WireMessage): number {
  const byId = messages.findIndex((one) => one.id === id);
  if (byId >= 0 || sender !== 'user') return byId;
  return messages.findIndex((one) => one.delivery && one.text === content);
}

/** The known one itself when nothing is new, so that it need not be drawn again. */
function merged(known: Message | undefined, { id, sender, content, citations, author }: WireMessage): Message {
  if (known && known.id === id && known.text === content && !known.delivery) return known;
  return {
    ...known,
    key: known?.key ?? id,
    id,
    sender,
    text: content,
    citations: citations ?? known?.citations ?? [],
    author: author?.name ?? known?.author,
    delivery: undefined,
  };
}
