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

type Integrations = Pick<SentReply, 'integration' | 'failedIntegrations'>;

/** What is counted of a reply. What is known from the stored reply alone says nothing of integrations, which it had not. */
export type ReplyFigures = Omit<SentReply, 'intentConfidence' | keyof Integrations> & Partial<Integrations>;

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
  | ({ kind: 'rated'; rating: Rating; score: Score | null; integrationId?: string | null } & InConversation);

/** Of a team's conversations. */
export interface TeamFact {
  teamId: string;
  fact: Fact;
}

interface EventData extends Omit<Message, 'at'> {
  userRef: string;
  /** Events from before there was such a thing have none. */
  reply?: ReplyFigures;
  rating: Rating;
  score: Score | null;
  integrationId?: string | null;
}

const FACTS: Readonly<Record<string, (data: EventData) => Pick<Fact, 'kind'> & Partial<EventData>>> = {
  [conversationStarted.name]: () => ({ kind: 'started' }),
  [conversationEnded.name]: () => ({ kind: 'ended' }),
  [conversationEscalated.name]: () => ({ kind: 'escalated' }),
  [conversationResolved.name]: () => ({ kind: 'resolved' }),
  [messageReceived.name]: ({ messageId, userRef }) => ({ kind: 'user-message', messageId, userRef }),
  [messageSent.name]: ({ messageId, reply }) => ({ kind: 'bot-message', messageId, reply: reply ?? undefined }),
  [agentReplied.name]: ({ messageId }) => ({ kind: 'agent-message', messageId }),
  [messageRated.name]: ({ rating, score, integrationId }) => ({
    kind: 'rated',
    rating,
    score: score ?? null,
    integrationId: integrationId ?? null,
  }),
};

/** The events of which facts are made. */
export const COUNTED_EVENTS: readonly string[] = Object.keys(FACTS);

export function factOf({ name, data, occurredAt }: DomainEvent): Fact {
  const given = data as EventData;
  const { botId, conversationId } = given;
  return { ...FACTS[name]!(given), botId, conversationId, at: occurredAt } as Fact;
}
