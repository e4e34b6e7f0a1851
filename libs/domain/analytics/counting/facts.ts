import {
  agentReplied,
  conversationEnded,
  conversationEscalated,
  conversationResolved,
  conversationStarted,
  messageRated,
  messageReceived,
  messageSent,
  type Rating,
  type Score,
  type SentReply,
} from '#domain/chats';
import type { DomainEvent } from '#infra/events';

/** What is counted of a reply. */
export type ReplyFigures = Omit<SentReply, 'intentConfidence'>;

interface InConversation {
  botId: string;
  conversationId: string;
  at: Date;
}

interface Message extends InConversation {
  messageId: string;
}

/** Something that happened, once. */
export type Fact =
  | ({ kind: 'started' | 'ended' | 'escalated' | 'resolved' } & InConversation)
  | ({ kind: 'user-message'; userRef: string } & Message)
  | ({ kind: 'bot-message'; reply: ReplyFigures | undefined } & Message)
  | ({ kind: 'agent-message' } & Message)
  | ({ kind: 'rated'; rating: Rating; score: Score | null } & InConversation);

interface EventData extends Omit<Message, 'at'> {
  userRef: string;
  /** Events from before there was such a thing have none. */
  reply?: ReplyFigures;
  rating: Rating;
  score: Score | null;
}

const FACTS: Readonly<Record<string, (data: EventData) => Pick<Fact, 'kind'> & Partial<EventData>>> = {
  [conversationStarted.name]: () => ({ kind: 'started' }),
  [conversationEnded.name]: () => ({ kind: 'ended' }),
  [conversationEscalated.name]: () => ({ kind: 'escalated' }),
  [conversationResolved.name]: () => ({ kind: 'resolved' }),
  [messageReceived.name]: ({ messageId, userRef }) => ({ kind: 'user-message', messageId, userRef }),
  [messageSent.name]: ({ messageId, reply }) => ({ kind: 'bot-message', messageId, reply: reply ?? undefined }),
  [agentReplied.name]: ({ messageId }) => ({ kind: 'agent-message', messageId }),
  [messageRated.name]: ({ rating, score }) => ({ kind: 'rated', rating, score: score ?? null }),
};

/** The events of which facts are made. */
export const COUNTED_EVENTS: readonly string[] = Object.keys(FACTS);

export function factOf({ name, data, occurredAt }: DomainEvent): Fact {
  const given = data as EventData;
  const { botId, conversationId } = given;
  return { ...FACTS[name]!(given), botId, conversationId, at: occurredAt } as Fact;
}
