import { CONVERSATION_STAGES, type ConversationStage } from '#domain/chats';
import { AnyField, DateField, EnumField, IntegerField, NestedField, TextField } from '#infra/http';
import { ListQuery } from './manager.paging';

const PLATFORM =
  'What it came by: telegram, slack, discord, whatsapp, webhook, or api, widget and so on without a channel.';
const USER = 'The user, in the words of the platform.';

export class ConversationQuery extends ListQuery {
  @TextField(PLATFORM, { optional: true, maxLength: 64 })
  platform?: string;

  @TextField('The channel that it came by.', { optional: true, maxLength: 256 })
  channel_id?: string;

  @TextField(USER, { optional: true, maxLength: 256 })
  user_id?: string;

  @EnumField('How it stands.', CONVERSATION_STAGES, { optional: true })
  status?: ConversationStage;

  @DateField('Only with a message at this time or later.', { optional: true, takes: 'day or moment' })
  from?: string;

  @DateField('Only with their last message before this time.', { optional: true, takes: 'day or moment' })
  to?: string;
}

export class ConversationUser {
  @TextField(USER, { example: '42' })
  id: string;

  @TextField('Their name for machines.', { nullable: true, example: 'johndoe' })
  username: string | null;

  @TextField('Their name.', { nullable: true, example: 'John' })
  name: string | null;
}

export class Conversation {
  @TextField('The conversation.', { example: 'conv_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b' })
  id: string;

  @TextField('The bot.', { example: 'bot_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b' })
  bot_id: string;

  @TextField('The channel; null when it came by none, or that was deleted.', { nullable: true })
  channel_id: string | null;

  @TextField(PLATFORM, { example: 'telegram' })
  platform: string;

  @NestedField('Whom it is with.', () => ConversationUser)
  user: ConversationUser;

  @TextField('The chat, in the words of the platform; null when it came by no channel.', { nullable: true })
  chat_id: string | null;

  @EnumField('How it stands.', CONVERSATION_STAGES)
  status: ConversationStage;

  @IntegerField('Messages of all sides.', { min: 0 })
  message_count: number;

  @DateField('When it began.')
  created_at: string;

  @DateField('When its last message came.')
  updated_at: string;
}

export const ROLES = ['user', 'assistant', 'system'] as const;
export type Role = (typeof ROLES)[number];

export class Message {
  @TextField('The message.', { example: 'msg_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b' })
  id: string;

  @EnumField('Who said it; people of the team are `assistant`, too.', ROLES)
  role: Role;

  @AnyField(
    'What was said: a text, or with files a list of `{"type": "text", "text"}` and `{"type": "file", "name", "media_type"}`.',
    {
      schema: {
        oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'object', additionalProperties: true } }],
      },
      example: 'Hello',
    },
  )
  content: string | Array<Record<string, unknown>>;

  @EnumField('`synthetic`: this server wrote it, and nobody who answers.', ['regular', 'synthetic'])
  type: 'regular' | 'synthetic';

  @TextField('Which integration answered; null when none did.', { nullable: true })
  integration_id: string | null;

  @DateField('When it was said.')
  created_at: string;
}
