import { HANDLINGS, type Handling } from '#domain/chats';
import {
  BooleanField,
  DateField,
  EnumField,
  IntegerField,
  NestedField,
  NestedListField,
  NumberField,
  ObjectField,
  TextField,
  TextListField,
} from '#infra/http';
import { AGENT, Citation, CONVERSATION, CONVERSATION_EXAMPLE, STATUSES } from './conversation-answers.dto';

export const SENDERS = ['user', 'ai', 'agent', 'system'] as const;
export type Sender = (typeof SENDERS)[number];

export class Author {
  @TextField('The person.')
  id: string;

  @TextField('What they are called.')
  name: string;
}

export class MessageOfConversation {
  @TextField('The message.')
  id: string;

  @EnumField(
    'Who spoke. `system` tells what happens with the conversation, and is left out unless asked for.',
    SENDERS,
    { name: 'Sender' },
  )
  sender: Sender;

  @TextField('What was said.')
  content: string;

  @NumberField('Only of the bot: calibrated probability that it is right.', { optional: true, min: 0, max: 1 })
  confidence?: number;

  @DateField('When it was said.')
  timestamp: string;

  @NestedListField('Only of the bot: passages that the text refers to.', () => Citation, { optional: true })
  citations?: Citation[];

  @NestedField('Only of an agent: who it was.', () => Author, { optional: true })
  author?: Author;
}

export class LiveMessage extends MessageOfConversation {
  @IntegerField('Place in the conversation, from 1.', { min: 1 })
  position: number;
}

/** Read from a query; `include` may stand in it more than once. */
export class IncludeQuery {
  @TextListField('`system`: also the messages that tell what happens with the conversation.', {
    optional: true,
    values: ['system'],
  })
  include?: string[];
}

export const MAX_MESSAGES = 1_000;

export class MessagesQuery extends IncludeQuery {
  @IntegerField('Only messages after this position.', { optional: true, min: 0, max: 2_147_483_647, default: 0 })
  after: number = 0;

  @IntegerField('At most so many messages, the oldest of those that are asked for.', {
    optional: true,
    min: 1,
    clampTo: MAX_MESSAGES,
    default: MAX_MESSAGES,
  })
  limit: number = MAX_MESSAGES;
}

export class EventsQuery extends IncludeQuery {
  @IntegerField('Only messages after this position.', { optional: true, min: 0, max: 2_147_483_647, default: 0 })
  after: number = 0;
}

export class ConversationWithMessages {
  @TextField(CONVERSATION, CONVERSATION_EXAMPLE)
  conversation_id: string;

  @TextField('The end user.', { example: 'user_12345' })
  user_id: string;

  @TextField('What they write through.', { example: 'chat' })
  channel: string;

  @NestedListField('What was said, oldest first.', () => MessageOfConversation)
  messages: MessageOfConversation[];

  @EnumField('How it stands.', STATUSES)
  status: string;

  @DateField('When it began.')
  created_at: string;

  @DateField('When the last message came.')
  updated_at: string;

  @ObjectField('What is kept with it.')
  metadata: Record<string, unknown>;

  @EnumField('Who answers: the bot; the bot while a person is waited for; a person.', HANDLINGS)
  handling: Handling;

  @TextField(AGENT, { nullable: true })
  assigned_agent: string | null;

  @TextField('What they are called.', { nullable: true })
  agent_name: string | null;

  @IntegerField('Position of the last message here; `after` of the next request.', { min: 0 })
  last_position: number;

  @BooleanField('Whether there are later messages than these.')
  has_more: boolean;

  @DateField('When it was resolved.', { nullable: true })
  resolved_at: string | null;
}

export class SubmitFeedback {
  @IntegerField('How well it went.', { min: 1, max: 5, example: 5 })
  rating: 1 | 2 | 3 | 4 | 5;

  @TextField('What was said with it.', { optional: true, nullable: true, maxLength: 10_000, example: 'Very helpful' })
  comment?: string | null;

  @TextField('The message that is judged; the whole conversation unless given.', {
    optional: true,
    nullable: true,
    minLength: 1,
    maxLength: 256,
  })
  message_id?: string | null;
}

export class Feedback {
  @TextField('The feedback.', { example: 'fb_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b' })
  feedback_id: string;

  @TextField(CONVERSATION, CONVERSATION_EXAMPLE)
  conversation_id: string;

  @IntegerField('As it was given.', { min: 1, max: 5 })
  rating: number;

  @DateField('When it was given.')
  created_at: string;

  @TextField('The message that was judged.', { nullable: true })
  message_id: string | null;

  @TextField('What was said with it.', { nullable: true })
  comment: string | null;
}

export class Resolved {
  @TextField(CONVERSATION, CONVERSATION_EXAMPLE)
  conversation_id: string;

  @EnumField('How it stands.', ['resolved'])
  status: 'resolved';

  @DateField('Since when.')
  resolved_at: string;
}

export class Escalated {
  @TextField(CONVERSATION, CONVERSATION_EXAMPLE)
  conversation_id: string;

  @BooleanField('True.')
  escalated: true;

  @EnumField('How it stands.', STATUSES)
  status: string;

  @EnumField('Who answers.', HANDLINGS)
  handling: Handling;

  @TextField(AGENT, { nullable: true })
  assigned_agent: string | null;
}
