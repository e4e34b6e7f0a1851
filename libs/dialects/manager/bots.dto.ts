import { BOT_STATUSES, type BotStatus, CONVERSATION_SCOPES, RESPONSE_RULES } from '#domain/bots';
import {
  AllOptional,
  BooleanField,
  DateField,
  EnumField,
  IntegerField,
  NestedField,
  ObjectField,
  TextField,
} from '#infra/http';
import { ListQuery } from './manager.paging';

const MAX_DELAY_MS = 60_000;
/** A year. */
const MAX_SESSION_MINUTES = 525_600;
const DEFAULT_MESSAGE_HISTORY = 10;
const MAX_MESSAGE_HISTORY = 100;

const HISTORY = 'Messages of the conversation, the present one included, that whoever answers is shown.';
const EXAMPLE_BEHAVIORS = { typing_indicator: true, should_respond: 'mentions' };

export class ResponseDelay {
  @IntegerField('At least so many milliseconds; 0 unless given.', { optional: true, min: 0, max: MAX_DELAY_MS })
  min?: number;

  @IntegerField('At most so many milliseconds; `min` unless given.', { optional: true, min: 0, max: MAX_DELAY_MS })
  max?: number;
}

/** Null takes a behaviour back to its default. */
export class Behaviors {
  @BooleanField('Whether the messenger shows that the bot is writing; true by default.', {
    optional: true,
    nullable: true,
  })
  typing_indicator?: boolean | null;

  @EnumField(
    'Whom it answers in groups: everybody, who mentions it, nobody; who mentions it by default. Whoever writes to it alone is always answered.',
    RESPONSE_RULES,
    { optional: true, nullable: true },
  )
  should_respond?: (typeof RESPONSE_RULES)[number] | null;

  @NestedField('It waits a random time within it before it answers; none by default.', () => ResponseDelay, {
    optional: true,
    nullable: true,
    rule: 'an object whose min is not above its max',
    check: isOrdered,
  })
  response_delay_ms?: ResponseDelay | null;

  @EnumField(
    'What one conversation is: all that a user says in a chat, a thread, or a chat until it pauses; by default what suits the messenger.',
    CONVERSATION_SCOPES,
    { optional: true, nullable: true },
  )
  conversation_scope?: (typeof CONVERSATION_SCOPES)[number] | null;

  @IntegerField('After so many minutes without a message a conversation of the scope `session` is over.', {
    optional: true,
    nullable: true,
    min: 1,
    max: MAX_SESSION_MINUTES,
  })
  session_timeout_minutes?: number | null;
}

class BotFields {
  @TextField('Its name.', { maxLength: 128, example: 'Sales Bot' })
  name: string;

  @TextField('What it is for.', {
    optional: true,
    nullable: true,
    maxLength: 2_000,
    example: 'Handles sales inquiries',
  })
  description?: string | null;

  @NestedField('How it behaves in messengers. What is not given stays as it is.', () => Behaviors, {
    optional: true,
    nullable: true,
    example: EXAMPLE_BEHAVIORS,
  })
  behaviors?: Behaviors | null;

  @EnumField('A disabled bot answers nobody.', BOT_STATUSES, { optional: true, default: 'active' })
  status?: BotStatus;
}

export class CreateBot extends BotFields {
  @IntegerField(HISTORY, { optional: true, min: 1, max: MAX_MESSAGE_HISTORY, default: DEFAULT_MESSAGE_HISTORY })
  message_history: number = DEFAULT_MESSAGE_HISTORY;
}

export class UpdateBot extends AllOptional(BotFields) {
  @IntegerField(HISTORY, { optional: true, min: 1, max: MAX_MESSAGE_HISTORY })
  message_history?: number;
}

export class BotQuery extends ListQuery {
  @TextField('Part of the name or description.', { optional: true, maxLength: 128 })
  search?: string;

  @EnumField('Only these.', BOT_STATUSES, { optional: true })
  status?: BotStatus;
}

export class Bot {
  @TextField('The bot.', { example: 'bot_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b' })
  id: string;

  @TextField('Its name.')
  name: string;

  @TextField('What it is for.', { nullable: true })
  description: string | null;

  @EnumField('A disabled bot answers nobody.', BOT_STATUSES)
  status: BotStatus;

  @IntegerField(`${HISTORY} Absent when the bot has the default of this server.`, { optional: true, min: 1 })
  message_history?: number;

  @ObjectField('How it behaves in messengers; null is the default.', { example: EXAMPLE_BEHAVIORS })
  behaviors: Record<keyof Behaviors, unknown>;

  @DateField('When it was made.')
  created_at: string;

  @DateField('When it was last changed.')
  updated_at: string;
}

function isOrdered({ min = 0, max = min as number }: { min?: unknown; max?: unknown }): boolean {
  // What is no number is refused by the rule of its own field.
  return typeof min !== 'number' || typeof max !== 'number' || min <= max;
}
