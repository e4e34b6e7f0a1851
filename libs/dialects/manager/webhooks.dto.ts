import { BooleanField, DateField, TextField, TextListField } from '#infra/http';
import { MANAGER_EVENTS } from './manager.events';

const EXAMPLE_URL = 'https://your-app.example.com/hooks';
const EXAMPLE_EVENTS = ['bot.message_received', 'agent_loop.completed'];

export class CreateWebhook {
  @TextField('http or https address on the public internet that events are sent to with POST.', {
    maxLength: 2_048,
    example: EXAMPLE_URL,
  })
  url: string;

  @TextListField('Which events are sent.', {
    minItems: 1,
    maxItems: 100,
    maxLength: 100,
    values: MANAGER_EVENTS,
    example: EXAMPLE_EVENTS,
  })
  events: string[];

  @TextField(
    'Signs what is sent; one that is not given is made. `whsec_` and base64 is the form of Standard Webhooks.',
    { optional: true, nullable: true, minLength: 8, maxLength: 256, example: 'manager_secret' },
  )
  secret?: string | null;
}

export class Webhook {
  @TextField('The webhook.', { example: 'wh_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b' })
  id: string;

  @TextField('Address that events are sent to.', { example: EXAMPLE_URL })
  url: string;

  @TextListField('Which events are sent.', { example: EXAMPLE_EVENTS })
  events: string[];

  @BooleanField('False once the receiver answered 410 or failed for days.')
  active: boolean;

  @DateField('When it was made.')
  created_at: string;
}

export class CreatedWebhook extends Webhook {
  @TextField('The secret that was made, if none was given. It is shown in this answer and never again.', {
    optional: true,
    example: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  })
  secret?: string;
}
