import { CHANNEL_LIMITS, CHANNEL_STATUSES, type ChannelStatus } from '#domain/channels';
import { DateField, EnumField, NestedField, ObjectField, TextField, TextListField } from '#infra/http';
import { CHANNEL_TYPES, type ChannelType } from '#providers/channel-transport';

const NAME = 'Its name.';
const CONFIG =
  'What its platform gave you: telegram `bot_token`; slack `bot_token`, `signing_secret`; discord `bot_token`, `public_key`, ' +
  '`application_id`; whatsapp `phone_number_id`, `access_token`, `app_secret`, `verify_token`; webhook `callback_url`, if you like.';
const WRITTEN_STATUSES = ['connected', 'disconnected'] as const;

export class CreateChannel {
  @EnumField('The platform.', CHANNEL_TYPES, { example: 'telegram' })
  type: ChannelType;

  @TextField(NAME, { optional: true, nullable: true, maxLength: CHANNEL_LIMITS.nameLength, example: 'Main Telegram' })
  name?: string | null;

  @ObjectField(CONFIG, { optional: true, nullable: true, example: { bot_token: '123456:TEST-token' } })
  config?: Record<string, unknown> | null;
}

export class UpdateChannel {
  @TextField(NAME, { optional: true, nullable: true, maxLength: CHANNEL_LIMITS.nameLength, example: 'Telegram EU' })
  name?: string | null;

  @ObjectField(`${CONFIG} Fields that are not given stay as they are, null clears one.`, {
    optional: true,
    nullable: true,
  })
  config?: Record<string, unknown> | null;

  @EnumField('While it is disconnected, nothing comes in or goes out.', WRITTEN_STATUSES, { optional: true })
  status?: (typeof WRITTEN_STATUSES)[number];
}

export class ChannelIdentity {
  @TextField('Its id there.')
  id: string;

  @TextField('Its name for machines.', { nullable: true })
  username: string | null;

  @TextField('Its name.', { nullable: true })
  name: string | null;
}

export class Channel {
  @TextField('The channel.', { example: 'ch_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b' })
  id: string;

  @TextField('The bot.', { example: 'bot_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b' })
  bot_id: string;

  @EnumField('The platform.', CHANNEL_TYPES)
  type: ChannelType;

  @TextField(NAME, { nullable: true })
  name: string | null;

  @EnumField('`pending` until the platform has called, or was called, with success.', CHANNEL_STATUSES)
  status: ChannelStatus;

  @TextField('Why it is disconnected; null unless it is.', { nullable: true })
  status_reason: string | null;

  @TextField('Where the platform must send what happens. You tell it, unless it lets this server do so.')
  webhook_url: string;

  @ObjectField('What is no secret of what its platform gave you.')
  config: Record<string, unknown>;

  @TextListField('Credentials that it has. They are never shown.', { example: ['bot_token'] })
  credentials: string[];

  @NestedField('Who the bot is there; null until the platform has said so.', () => ChannelIdentity, { nullable: true })
  identity: ChannelIdentity | null;

  @DateField('When the platform was first found.', { nullable: true })
  connected_at: string | null;

  @DateField('When something last came from the platform.', { nullable: true })
  last_inbound_at: string | null;

  @TextField('What last went wrong; null when nothing did.', { nullable: true })
  last_error: string | null;

  @DateField('When it was made.')
  created_at: string;

  @DateField('When it was last changed.')
  updated_at: string;
}

export class CreatedChannel extends Channel {
  @TextField(
    'Proves the calls of platforms that sign with a secret of ours: telegram, webhook. It is shown in this answer and never again.',
  )
  webhook_secret: string;
}
