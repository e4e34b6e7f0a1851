import {
  BooleanField,
  DateField,
  EnumField,
  IdField,
  IntegerField,
  NestedField,
  NestedListField,
  NumberField,
  ObjectField,
  PageQuery,
  TextField,
} from '#infra/http';
import { ATTEMPT_OUTCOMES, type AttemptOutcome, DELIVERY_STATES, type DeliveryState } from '../webhooks.types';

const DEFAULT_DAYS = 7;
const MAX_DAYS = 30;
const MAX_EVENT_LENGTH = 100;

const STATUS =
  '`pending`: not tried yet, or to be tried again; `delivered`: answered with 2xx; `failed`: given up after the last attempt.';
const OUTCOME =
  '`delivered`: a 2xx; `refused`: any other status; `timed_out`; `unreachable`: no connection, or it broke; `address_refused`: ' +
  'the address leads to a private network, nothing was sent; `cut_off`: the server stopped meanwhile, the receiver may have ' +
  'got it or not.';

export class DeliveryQuery extends PageQuery {
  @EnumField('Only deliveries in this state.', DELIVERY_STATES, { optional: true })
  status?: DeliveryState;

  @TextField('Only deliveries of this event.', { optional: true, maxLength: MAX_EVENT_LENGTH })
  event?: string;

  @DateField('Only of events that happened then or later.', { optional: true, takes: 'day or moment' })
  since?: string;
}

export class ReplayDeliveries {
  @DateField('Events that happened then or later are sent again.', {
    takes: 'day or moment',
    example: '2030-01-31T12:00:00Z',
  })
  since: string;

  @DateField('Events that happened before then.', { optional: true, takes: 'day or moment' })
  until?: string;

  @EnumField('Only deliveries in this state; absent: whatever became of them.', DELIVERY_STATES, { optional: true })
  status?: DeliveryState;
}

export class TestWebhook {
  @TextField('The event whose example is sent; `webhook.test` unless given.', {
    optional: true,
    minLength: 1,
    maxLength: MAX_EVENT_LENGTH,
    example: 'message.received',
  })
  event?: string;
}

export class StatisticsQuery {
  @IntegerField('How many days back.', { optional: true, min: 1, max: MAX_DAYS, default: DEFAULT_DAYS })
  days: number = DEFAULT_DAYS;
}

export class WebhookDelivery {
  @IdField('Its id: the same in every attempt, as `webhook-id` and `X-Webhook-Id`, and in the body.')
  id: string;

  @TextField('Name of the event.', { example: 'message.received' })
  event: string;

  @EnumField(STATUS, DELIVERY_STATES)
  status: DeliveryState;

  @IntegerField('Requests begun.', { min: 0 })
  attempts: number;

  @IntegerField('HTTP status of the last answer.', { nullable: true, example: 200 })
  responseStatus: number | null;

  @TextField('Why the last attempt failed.', { nullable: true })
  error: string | null;

  @IntegerField('Milliseconds that the last attempt took.', { nullable: true, min: 0 })
  durationMs: number | null;

  @BooleanField('Whether it was a test.')
  test: boolean;

  @DateField('When it is tried next; null unless pending.', { nullable: true })
  nextAttemptAt: string | null;

  @DateField('When the event happened.')
  createdAt: string;

  @DateField('When it was delivered or given up.', { nullable: true })
  settledAt: string | null;
}

export class WebhookAttempt {
  @IntegerField('Which one, from 1.', { min: 1 })
  number: number;

  @DateField('When it began.')
  startedAt: string;

  @IntegerField('Milliseconds until the answer was read; null when the end is unknown.', { nullable: true, min: 0 })
  durationMs: number | null;

  @EnumField(OUTCOME, ATTEMPT_OUTCOMES)
  outcome: AttemptOutcome;

  @TextField('Where it went.')
  url: string;

  @ObjectField('Headers that were sent.')
  requestHeaders: object;

  @IntegerField('HTTP status of the answer.', { nullable: true })
  responseStatus: number | null;

  @ObjectField('Headers of the answer, without cookies; long ones are cut.', { nullable: true })
  responseHeaders: object | null;

  @TextField('The first 2 KiB of the answer.', { nullable: true })
  responseBody: string | null;

  @TextField('What went wrong.', { nullable: true })
  error: string | null;
}

export class WebhookDeliveryDetails extends WebhookDelivery {
  @TextField('What was sent, to the byte.')
  body: string;

  @NestedListField('Its attempts, oldest first; of more than 100 the last 100.', () => WebhookAttempt)
  attemptLog: WebhookAttempt[];
}

export class ReplayedDeliveries {
  @IntegerField('How many are sent again.', { min: 0 })
  replayed: number;
}

export class DeliveryCounts {
  @IntegerField('Not tried yet, or to be tried again.', { min: 0 })
  pending: number;

  @IntegerField('Answered with 2xx.', { min: 0 })
  delivered: number;

  @IntegerField('Given up after the last attempt.', { min: 0 })
  failed: number;
}

export class EventDeliveryCounts extends DeliveryCounts {
  @TextField('Name of the event.', { example: 'message.received' })
  event: string;
}

export class AttemptDurations {
  @IntegerField('Half of the attempts took no longer, in milliseconds; null without any.', { nullable: true })
  p50Ms: number | null;

  @IntegerField('95 of 100 attempts took no longer, in milliseconds; null without any.', { nullable: true })
  p95Ms: number | null;
}

export class WebhookFigures {
  @DateField('What happened since then is counted, without tests.')
  since: string;

  @NestedField('Deliveries by state.', () => DeliveryCounts)
  deliveries: DeliveryCounts;

  @IntegerField('Requests made for them.', { min: 0 })
  attempts: number;

  @NumberField('Share of the settled ones that were delivered, 0 to 1; null without any.', { nullable: true })
  successRate: number | null;

  @NestedField('How long attempts took.', () => AttemptDurations)
  duration: AttemptDurations;

  @NestedListField('Deliveries of each event by state.', () => EventDeliveryCounts)
  byEvent: EventDeliveryCounts[];
}
