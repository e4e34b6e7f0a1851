import { INTEGRATION_KINDS, INTEGRATION_LIMITS, type IntegrationKind } from '#domain/integrations';
import {
  AllOptional,
  BooleanField,
  DateField,
  EnumField,
  IntegerField,
  NumberField,
  ObjectField,
  TextField,
} from '#infra/http';
import { SECOND_MS } from '#kernel';

const { nameChars, urlChars, timeoutMs, weight } = INTEGRATION_LIMITS;
const DEFAULT_TIMEOUT_S = timeoutMs.default / SECOND_MS;

const NAME = 'Its name.';
const WEBHOOK_URL = 'Where messages are sent to.';
const TIMEOUT = 'Seconds that one call may take.';
const WEIGHT = 'Its share of the conversations of the bot, relative to the others; 0: it is not chosen.';
const FALLBACK = 'Whether it is asked when the chosen one fails.';
const ENABLED = 'Whether it is called at all.';
const INTEGRATION_EXAMPLE = { example: 'int_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b' };

export class CreateIntegration {
  @TextField(NAME, { maxLength: nameChars, example: 'OpenAI GPT-4' })
  name: string;

  @TextField(`${WEBHOOK_URL} https, on the public internet.`, {
    maxLength: urlChars,
    example: 'https://backend.example.com/chat',
  })
  webhook_url: string;

  @ObjectField('Headers that are sent with every call; in place of those before.', {
    optional: true,
    rule: 'an object of texts',
    check: isTextual,
    default: {},
    example: { Authorization: 'Bearer sk-test' },
  })
  headers?: Record<string, string>;

  @IntegerField(TIMEOUT, {
    optional: true,
    min: timeoutMs.min / SECOND_MS,
    max: timeoutMs.max / SECOND_MS,
    default: DEFAULT_TIMEOUT_S,
  })
  timeout?: number;

  @NumberField(WEIGHT, { optional: true, min: 0, max: weight.max, default: weight.default })
  weight?: number;

  @BooleanField(FALLBACK, { optional: true, default: false })
  fallback?: boolean;

  @BooleanField(ENABLED, { optional: true, default: true })
  enabled?: boolean;
}

export class UpdateIntegration extends AllOptional(CreateIntegration) {}

export class Integration {
  @TextField('The integration.', INTEGRATION_EXAMPLE)
  id: string;

  @TextField('The bot that it answers for.', { example: 'bot_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b' })
  bot_id: string;

  @TextField(NAME)
  name: string;

  @EnumField(
    'What answers: `echo` says what it hears, `webhook` is a service of yours, `model` a model of this server.',
    INTEGRATION_KINDS,
  )
  type: IntegrationKind;

  @TextField(`${WEBHOOK_URL} Null unless it is a webhook.`, { nullable: true })
  webhook_url: string | null;

  @ObjectField('Headers that are sent with every call; values that are secret are masked.')
  headers: Record<string, string>;

  @IntegerField('The model; null unless it is one.', { nullable: true, min: 1 })
  model_id: number | null;

  @NumberField(TIMEOUT, { min: 0 })
  timeout: number;

  @NumberField(WEIGHT, { min: 0 })
  weight: number;

  @BooleanField(FALLBACK)
  fallback: boolean;

  @BooleanField(ENABLED)
  enabled: boolean;

  @DateField('When it was made.')
  created_at: string;

  @DateField('When it was last changed.')
  updated_at: string;
}

export class UpdatedIntegration extends Integration {
  @BooleanField('Whether secret headers were taken away, because another host is called from now on.')
  secrets_dropped: boolean;
}

export class IntegrationHealth {
  @TextField('The integration.', INTEGRATION_EXAMPLE)
  integration_id: string;

  @EnumField('How its last call went.', ['untried', 'ready', 'failing'])
  state: 'untried' | 'ready' | 'failing';

  @EnumField('`open`: it failed several times in a row, and is not called for a moment.', [
    'closed',
    'half_open',
    'open',
  ])
  circuit: 'closed' | 'half_open' | 'open';

  @DateField('When the next call is let through; null while every call is.', { nullable: true })
  paused_until: string | null;

  @IntegerField('Calls of this process.', { min: 0 })
  calls: number;

  @IntegerField('Those of them that failed.', { min: 0 })
  failures: number;

  @DateField('When it was last called.', { nullable: true })
  last_called_at: string | null;

  @NumberField('How long that took.', { nullable: true, min: 0 })
  last_latency_ms: number | null;

  @TextField('What went wrong; null when it went well.', { nullable: true })
  last_error: string | null;
}

function isTextual(value: Record<string, unknown>): boolean {
  return Object.values(value).every((one) => typeof one === 'string');
}
