import {
  AllOptional,
  BooleanField,
  DateField,
  EnumField,
  IdField,
  IntegerField,
  NumberField,
  ObjectField,
  TextField,
} from '#infra/http';
import { INTEGRATION_KINDS, INTEGRATION_LIMITS, type IntegrationKind } from '../integrations.types';

const { nameChars, urlChars, timeoutMs, weight } = INTEGRATION_LIMITS;

const GIVEN_KINDS = ['webhook', 'model'] as const;
const CIRCUITS = ['closed', 'half_open', 'open'] as const;
const STATES = ['untried', 'ready', 'failing'] as const;

const HEADERS =
  'Sent with every call, names to values. Values that look secret are stored sealed and shown as a mask; the mask in place of a ' +
  'value keeps the one that is there.';
const WEIGHT = 'Its share of the conversations, relative to the other integrations; 0: it is not chosen.';
const EXAMPLE_URL = 'https://backend.example.com/chat';

export class NewIntegration {
  @TextField('Its name.', { maxLength: nameChars, example: 'Support back-end' })
  name: string;

  @EnumField('`webhook`: an HTTP service of yours; `model`: the chatbot itself, by another model.', GIVEN_KINDS, {
    optional: true,
    default: 'webhook',
  })
  kind?: (typeof GIVEN_KINDS)[number];

  @TextField('Of a webhook: an https address on the public internet. What it is sent stands in docs/integrations.md.', {
    optional: true,
    nullable: true,
    maxLength: urlChars,
    example: EXAMPLE_URL,
  })
  webhookUrl?: string | null;

  @ObjectField(HEADERS, { optional: true, example: { Authorization: 'Bearer sk-test' } })
  headers?: Record<string, string>;

  @IntegerField('Of a model: the id of a registered one of kind `llm`.', { optional: true, nullable: true, min: 1 })
  modelId?: number | null;

  @IntegerField('How long one call may take, milliseconds.', {
    optional: true,
    min: timeoutMs.min,
    max: timeoutMs.max,
    default: timeoutMs.default,
  })
  timeoutMs?: number;

  @NumberField(WEIGHT, { optional: true, min: 0, max: weight.max, default: weight.default })
  weight?: number;

  @BooleanField('Whether it is asked when the chosen one fails, whatever its weight.', {
    optional: true,
    default: false,
  })
  isFallback?: boolean;

  @BooleanField('Whether it takes part at all.', { optional: true, default: true })
  isEnabled?: boolean;
}

export class IntegrationChanges extends AllOptional(NewIntegration) {}

export class ChatbotIntegration {
  @IdField('Its id.')
  id: string;

  @IdField('Of its chatbot.')
  chatbotId: string;

  @TextField('Its name.')
  name: string;

  @EnumField('`echo` says what was said, only to messengers.', INTEGRATION_KINDS)
  kind: IntegrationKind;

  @TextField('Of a webhook.', { nullable: true, example: EXAMPLE_URL })
  webhookUrl: string | null;

  @ObjectField('Sent with every call; what is secret is masked.', { example: { Authorization: '********' } })
  headers: Record<string, string>;

  @IntegerField('Of a model.', { nullable: true })
  modelId: number | null;

  @IntegerField('How long one call may take, milliseconds.')
  timeoutMs: number;

  @NumberField(WEIGHT)
  weight: number;

  @BooleanField('Whether it is asked when the chosen one fails.')
  isFallback: boolean;

  @BooleanField('Whether it takes part at all.')
  isEnabled: boolean;

  @DateField('When it was made.')
  createdAt: string;

  @DateField('When it was last changed.')
  updatedAt: string;
}

export class ChatbotIntegrationHealth {
  @IdField('Of the integration.')
  integrationId: string;

  @EnumField('How its last call ended.', STATES)
  state: (typeof STATES)[number];

  @EnumField('`open`: it failed several times in a row, and is not called for a moment.', CIRCUITS)
  circuit: (typeof CIRCUITS)[number];

  @DateField('When the next call is let through; null while every call is.', { nullable: true })
  pausedUntil: string | null;

  @IntegerField('Calls of this process since it began.')
  calls: number;

  @IntegerField('Those of them that failed.')
  failures: number;

  @DateField('When it was last called.', { nullable: true })
  lastCalledAt: string | null;

  @IntegerField('How long that took, milliseconds.', { nullable: true })
  lastLatencyMs: number | null;

  @TextField('Why that failed; null when it went well.', { nullable: true })
  lastError: string | null;
}

export class TryIntegration {
  @TextField('What it is asked.', { optional: true, maxLength: 10_000, default: 'Hello', example: 'Hello' })
  message?: string;
}

export class IntegrationTrialOutcome {
  @BooleanField('Whether it answered.')
  ok: boolean;

  @IntegerField('How long that took, milliseconds.')
  latencyMs: number;

  @TextField('What it answered.', { nullable: true })
  answer: string | null;

  @TextField('Why it did not.', { nullable: true })
  error: string | null;

  @IntegerField('The HTTP status that it answered with, when it failed by one.', { nullable: true })
  statusCode: number | null;
}
