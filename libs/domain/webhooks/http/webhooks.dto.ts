import {
  AllOptional,
  BooleanField,
  DateField,
  EnumField,
  IdField,
  ObjectField,
  TextField,
  TextListField,
} from '#infra/http';
import { MAX_DESCRIPTION_LENGTH, MAX_SECRET_LENGTH, MAX_URL_LENGTH, MIN_SECRET_LENGTH } from '../webhook-input';
import { DISABLED_REASONS, type DisabledReason } from '../webhooks.types';

const EXAMPLE_URL = 'https://your-service.example.com/webhook';
const EXAMPLE_EVENTS = ['message.received', 'message.sent'];
const MAX_EVENTS = 100;
const MAX_EVENT_LENGTH = 100;

const URL =
  'http or https address on the public internet that events are sent to with POST. Redirects are not followed.';
const EVENTS = 'Names of the events that are sent; see "List webhook events".';
const SECRET =
  'Signs what is sent; one that is not given is made. `whsec_` and base64 is the form of Standard Webhooks. In updates it ' +
  'takes the place of the present one, which is valid for 24 hours longer.';

export class RegisterWebhook {
  @TextField(URL, { maxLength: MAX_URL_LENGTH, example: EXAMPLE_URL })
  url: string;

  @TextListField(EVENTS, {
    minItems: 1,
    maxItems: MAX_EVENTS,
    maxLength: MAX_EVENT_LENGTH,
    example: EXAMPLE_EVENTS,
  })
  events: string[];

  @TextField(SECRET, {
    optional: true,
    minLength: MIN_SECRET_LENGTH,
    maxLength: MAX_SECRET_LENGTH,
    example: 'your_webhook_secret',
  })
  secret?: string;

  @IdField('Only events of this chatbot. Absent or null: of all chatbots, and of the team itself.', {
    optional: true,
    nullable: true,
  })
  chatbotId?: string | null;

  @TextField('What it is for, for people.', {
    optional: true,
    nullable: true,
    maxLength: MAX_DESCRIPTION_LENGTH,
    example: 'Tickets in our help desk',
  })
  description?: string | null;
}

export class ChangeWebhook extends AllOptional(RegisterWebhook) {
  @BooleanField('False switches it off, true on again: what is not delivered yet then goes on.', { optional: true })
  active?: boolean;
}

export class RotateWebhookSecret {
  @TextField('The new secret; one is made unless given.', {
    optional: true,
    minLength: MIN_SECRET_LENGTH,
    maxLength: MAX_SECRET_LENGTH,
  })
  secret?: string;
}

export class RegisteredWebhook {
  @IdField('Its id.')
  id: string;

  @TextField('Address that events are sent to.', { example: EXAMPLE_URL })
  url: string;

  @TextListField('Names of the events that are sent.', { example: EXAMPLE_EVENTS })
  events: string[];

  @BooleanField('Whether events are noted for it and sent.')
  active: boolean;

  @IdField('Only events of this chatbot; null: of all.', { nullable: true })
  chatbotId: string | null;

  @TextField('What it is for.', { nullable: true })
  description: string | null;

  @EnumField(
    'Why it is off: `by_owner`: your team wished so; `gone`: the receiver answered 410; `failing`: it failed for days.',
    DISABLED_REASONS,
    { nullable: true },
  )
  disabledReason: DisabledReason | null;

  @DateField('When it was switched off.', { nullable: true })
  disabledAt: string | null;

  @DateField('First failure since the last success.', { nullable: true })
  failingSince: string | null;

  @DateField('When something was last delivered.', { nullable: true })
  lastSuccessAt: string | null;

  @DateField('When an attempt last failed.', { nullable: true })
  lastFailureAt: string | null;

  @DateField('Until then the secret before the present one signs too.', { nullable: true })
  previousSecretExpiresAt: string | null;

  @DateField('When it was registered.')
  createdAt: string;

  @DateField('When it was last changed.')
  updatedAt: string;
}

export class WebhookWithItsSecret extends RegisteredWebhook {
  @TextField('Signs what is sent. It is shown in this answer and never again.', {
    example: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  })
  secret: string;
}

export class WebhookEvent {
  @TextField('Its name, as webhooks ask for it.', { example: 'message.received' })
  name: string;

  @TextField('When it is sent.')
  description: string;

  @ObjectField('What `data` of such an event can look like.')
  example: object;
}
