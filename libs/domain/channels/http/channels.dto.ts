import {
  AllOptional,
  DateField,
  EnumField,
  IdField,
  NestedField,
  ObjectField,
  TextField,
  TextListField,
} from '#infra/http';
import { CHANNEL_TYPES, type ChannelType } from '#providers/channel-transport';
import { CHANNEL_LIMITS, CHANNEL_STATUSES, type ChannelStatus } from '../channels.types';

const CONFIG =
  'Credentials and settings: telegram `bot_token`; slack `bot_token`, `signing_secret`; discord `bot_token`, `public_key`, ' +
  '`application_id`; whatsapp `phone_number_id`, `access_token`, `app_secret`, `verify_token`; webhook `callback_url`. All take ' +
  '`base_url`, another address of the platform. What else stands there is left out.';
const EXAMPLE_CONFIG = { bot_token: '123456:TEST-token' };
const WISHED_STATUSES = ['connected', 'disconnected'] as const;

class ChannelFields {
  @TextField('For people.', {
    optional: true,
    nullable: true,
    maxLength: CHANNEL_LIMITS.nameLength,
    example: 'Main Telegram',
  })
  name?: string | null;

  @ObjectField(CONFIG, { optional: true, nullable: true, example: EXAMPLE_CONFIG })
  config?: Record<string, unknown> | null;
}

export class CreateChannelBody extends ChannelFields {
  @EnumField('The platform; `webhook` is a program of your own.', CHANNEL_TYPES, { example: 'telegram' })
  type: ChannelType;
}

export class UpdateChannelBody extends AllOptional(ChannelFields) {
  @EnumField(
    '`disconnected`: nothing comes in or goes out until it is `connected` again, which the platform is asked about when channels ' +
      'are live.',
    WISHED_STATUSES,
    { optional: true },
  )
  status?: (typeof WISHED_STATUSES)[number];
}

export class ChannelIdentityDto {
  @TextField('Its id there.')
  id: string;

  @TextField('Its user name there.', { optional: true })
  username?: string;

  @TextField('Its name there.', { optional: true })
  name?: string;

  @TextField('Of the workspace.', { optional: true })
  teamName?: string;
}

export class ChannelDto {
  @IdField('Its id.')
  id: string;

  @IdField('The chatbot that answers.')
  chatbotId: string;

  @EnumField('The platform.', CHANNEL_TYPES)
  type: ChannelType;

  @TextField('For people.', { nullable: true })
  name: string | null;

  @EnumField('`pending`: nothing good has come from the platform yet.', CHANNEL_STATUSES)
  status: ChannelStatus;

  @TextField('Why it is disconnected; `manual`: your team wished so.', { nullable: true })
  statusReason: string | null;

  @ObjectField('Its settings, without credentials.')
  config: Record<string, unknown>;

  @TextListField('Which credentials are set.', { example: ['bot_token'] })
  credentialNames: string[];

  @NestedField('Who the chatbot is on the platform; null until the platform was asked.', () => ChannelIdentityDto, {
    nullable: true,
  })
  identity: ChannelIdentityDto | null;

  @TextField('Where the platform is to send what happens.', {
    example: 'https://bots.example.com/v1/channels/ch_01890a5dac96774bbcceb302099a8057/webhook',
  })
  webhookUrl: string;

  @DateField('When it was connected.', { nullable: true })
  connectedAt: string | null;

  @DateField('When something last came in, to about ten seconds.', { nullable: true })
  lastInboundAt: string | null;

  @TextField('What was last wrong.', { nullable: true })
  lastError: string | null;

  @DateField('When it was made.')
  createdAt: string;

  @DateField('When it was last changed.')
  updatedAt: string;
}

export class ChannelWithSecretDto extends ChannelDto {
  @TextField('Proves calls of Telegram and of generic webhooks. It is shown in this answer and never again.')
  webhookSecret: string;
}
