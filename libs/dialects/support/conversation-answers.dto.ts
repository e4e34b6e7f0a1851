import { HANDLINGS, type Handling } from '#domain/chats';
import {
  BooleanField,
  DateField,
  EnumField,
  IntegerField,
  NestedListField,
  NumberField,
  ObjectField,
  TextField,
  TextListField,
} from '#infra/http';

export const CONVERSATION = 'The conversation.';
export const CONVERSATION_EXAMPLE = { example: 'conv_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b' };
export const AGENT = 'The person who was chosen, or answers; null while there is none.';

export const STATUSES = ['active', 'escalated', 'resolved'] as const;

export class SendMessage {
  @TextField('What the user says.', { maxLength: 32_000, example: 'How do I reset my password?' })
  message: string;

  @TextField('The end user, in your own words.', { maxLength: 256, example: 'user_12345' })
  user_id: string;

  @TextField('What they write through: chat, api, email, widget, sms and so on.', {
    optional: true,
    nullable: true,
    minLength: 1,
    maxLength: 64,
    default: 'api',
    example: 'chat',
  })
  channel?: string | null;

  @ObjectField('What is kept with the conversation, in place of what was kept before.', {
    optional: true,
    nullable: true,
    example: { user_email: 'customer@example.com', user_name: 'John Doe' },
  })
  metadata?: Record<string, unknown> | null;

  @TextField('Where to go on. Without it a conversation is begun.', {
    optional: true,
    nullable: true,
    minLength: 1,
    maxLength: 256,
    ...CONVERSATION_EXAMPLE,
  })
  conversation_id?: string | null;

  @BooleanField('Whether the answer is streamed as server-sent events; so does `Accept: text/event-stream`.', {
    optional: true,
  })
  stream?: boolean;
}

export class Citation {
  @IntegerField('`[number]` in the text refers to it.', { min: 1, example: 1 })
  number: number;

  @TextField('The article.', { example: 'kb_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b' })
  id: string;

  @TextField('Its title.')
  title: string;

  @TextField('Heading above the passage.', { optional: true })
  section?: string;

  @TextField('What the answer rests on.')
  passage: string;

  @NumberField('Calibrated probability that the passage answers the message.', { min: 0, max: 1 })
  score: number;

  @TextField('Address of the article: `url` of its metadata.', { optional: true })
  url?: string;
}

export class ConversationAnswer {
  @TextField(CONVERSATION, CONVERSATION_EXAMPLE)
  conversation_id: string;

  @TextField('The answer. Never empty.')
  response: string;

  @NumberField('Calibrated probability that the answer is right, from the articles.', { min: 0, max: 1, example: 0.92 })
  confidence: number;

  @TextListField('Articles that the answer rests on, best first.', {
    example: ['kb_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b'],
  })
  sources: string[];

  @BooleanField('Whether a person is waited for, or answers.')
  escalated: boolean;

  @DateField('When it was answered.')
  timestamp: string;

  @TextField('The answer among the messages; null when it is only a notice, as that a person will answer.', {
    nullable: true,
  })
  message_id: string | null;

  @TextField('What the user said, among the messages.')
  user_message_id: string;

  @EnumField('Who answers: the bot; the bot while a person is waited for; a person.', HANDLINGS, { name: 'Handling' })
  handling: Handling;

  @EnumField('How the conversation stands.', STATUSES, { name: 'ConversationStatus' })
  status: string;

  @TextField(AGENT, { nullable: true })
  assigned_agent: string | null;

  @NestedListField('Passages that the text refers to.', () => Citation)
  citations: Citation[];

  @TextField('With it a page goes on with this conversation. Only when a public key has begun it.', { optional: true })
  conversation_token?: string;
}
