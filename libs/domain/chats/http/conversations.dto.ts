import {
  DateField,
  EnumField,
  IdField,
  IntegerField,
  NestedField,
  ObjectField,
  PageQuery,
  TextField,
} from '#infra/http';
import { CONVERSATION_STAGES, type ConversationStage } from '../chats.types';
import { HANDLINGS, type Handling } from '../handoff/hand-off.types';
import { PersonDto } from './escalations.dto';

export class ConversationsQuery extends PageQuery {
  @TextField('Only those that the end user writes through this, as `api`, `widget` or `telegram`.', {
    optional: true,
    minLength: 1,
    maxLength: 64,
    example: 'telegram',
  })
  platform?: string;

  @IdField('Only those of this channel.', { optional: true })
  channelId?: string;

  @TextField(
    'Only those of this end user: as the messenger knows them, or in the words of whoever sent the messages.',
    {
      optional: true,
      minLength: 1,
      maxLength: 256,
    },
  )
  userId?: string;

  @EnumField(
    'Only these: `escalated` while a person is waited for or answers, `resolved` until the next message, `ended` those that fell silent before either, else `active`.',
    CONVERSATION_STAGES,
    { optional: true },
  )
  status?: ConversationStage;

  @DateField('Only those whose latest message came at this moment or later.', {
    optional: true,
    takes: 'day or moment',
  })
  from?: string;

  @DateField('Only those whose latest message came before this moment.', { optional: true, takes: 'day or moment' })
  to?: string;
}

export class MessengerUserDto {
  @TextField('As the messenger knows them.', { example: '4711' })
  id: string;

  @TextField('The name that they chose there.', { nullable: true, example: 'ada' })
  username: string | null;

  @TextField('The name that they are called by.', { nullable: true, example: 'Ada' })
  name: string | null;
}

export class ConversationAddressDto {
  @TextField('The chat.')
  chatId: string;

  @TextField('The thread in it.', { nullable: true })
  threadId: string | null;

  @NestedField('Who began the conversation.', () => MessengerUserDto)
  user: MessengerUserDto;
}

export class ListedConversation {
  @IdField('Its id.')
  id: string;

  @IdField('The chatbot.')
  chatbotId: string;

  @TextField('The session that it is known by.')
  sessionId: string;

  @TextField('The end user, in the words of whoever sent the messages.')
  userId: string;

  @TextField('What the end user writes through.', { example: 'api' })
  platform: string;

  @IdField('The channel of the messenger; null for conversations of others.', { nullable: true })
  channelId: string | null;

  @NestedField('Where in the channel it is held; null for conversations of others.', () => ConversationAddressDto, {
    nullable: true,
  })
  address: ConversationAddressDto | null;

  @EnumField(
    '`escalated` while a person is waited for or answers, `resolved` until the next message, `ended` when it fell silent before either, else `active`.',
    CONVERSATION_STAGES,
  )
  status: ConversationStage;

  @EnumField(
    'Who answers: the bot, the bot while a person is waited for, or a person, and the bot is silent.',
    HANDLINGS,
  )
  handling: Handling;

  @NestedField('The person who was chosen, or has accepted; null while nobody is.', () => PersonDto, { nullable: true })
  agent: PersonDto | null;

  @IntegerField('Messages, with those that came to nothing.', { min: 0 })
  messageCount: number;

  @ObjectField('What the sender keeps with it.', { nullable: true })
  metadata: Record<string, unknown> | null;

  @DateField('When it began.')
  startedAt: string;

  @DateField('When the last message came.')
  lastMessageAt: string;

  @DateField('When it was resolved.', { nullable: true })
  resolvedAt: string | null;

  @DateField('When it ended; null while it is open.', { nullable: true })
  endedAt: string | null;
}
