import { HANDLINGS, type Handling } from '#domain/chats';
import { DateField, EnumField, type StreamedTypes, TextField } from '#infra/http';
import {
  AGENT,
  Citation,
  CONVERSATION,
  CONVERSATION_EXAMPLE,
  ConversationAnswer,
  STATUSES,
} from './conversation-answers.dto';
import { LiveMessage } from './conversations.dto';

export class AnswerStarted {
  @TextField(CONVERSATION, CONVERSATION_EXAMPLE)
  conversation_id: string;

  @TextField('With it a page goes on with this conversation. Only when a public key has begun it.', { optional: true })
  conversation_token?: string;

  @TextField('The answer that is being made.')
  message_id: string;

  @TextField('What the user said, among the messages.')
  user_message_id: string;

  @DateField('When it was asked.')
  timestamp: string;
}

export class AnswerDelta {
  @TextField('What comes next in the answer.', { minLength: 0, example: 'You can reset your ' })
  text: string;
}

export class HandlingChange {
  @EnumField('Who answers from now on.', HANDLINGS)
  handling: Handling;

  @EnumField('How the conversation stands.', STATUSES)
  status: string;

  @TextField(AGENT, { nullable: true })
  assigned_agent: string | null;

  @TextField('What they are called.', { nullable: true })
  agent_name: string | null;
}

/** The `data` of each frame of a streamed answer. */
export const ANSWER_FRAMES: StreamedTypes = {
  started: AnswerStarted,
  sources: [Citation],
  delta: AnswerDelta,
  done: ConversationAnswer,
  withdrawn: ConversationAnswer,
};

/** The `data` of each frame of a conversation that is followed. */
export const FEED_FRAMES: StreamedTypes = { message: LiveMessage, handling: HandlingChange };
