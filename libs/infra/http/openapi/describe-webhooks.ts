import type { Type } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { capitalised } from './operation-id';

/** What a dialect sends by itself, by the name of the event. */
export type DocumentedEvents = Readonly<Record<string, DocumentedEvent>>;

export interface DocumentedEvent {
  readonly description: string;
  /** Its fields describe `data`. */
  readonly payload: Type;
  readonly example: object;
}

const EXAMPLE_ID = '0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b';
const EXAMPLE_TIME = '2030-01-31T12:00:00.000Z';
const EXAMPLE_SECONDS = '1896091200';

const HEADERS = [
  [
    'X-Webhook-Signature',
    '`sha256=` and the hexadecimal HMAC-SHA256 of the body under the secret.',
    'sha256=5257a869...',
  ],
  ['X-Webhook-Event', 'Name of the event.', undefined],
  ['X-Webhook-Id', 'Id of the delivery, the same in every attempt.', EXAMPLE_ID],
  ['X-Webhook-Timestamp', 'Unix seconds of the attempt.', EXAMPLE_SECONDS],
  ['webhook-id', 'As X-Webhook-Id (Standard Webhooks).', EXAMPLE_ID],
  ['webhook-timestamp', 'As X-Webhook-Timestamp (Standard Webhooks).', EXAMPLE_SECONDS],
  [
    'webhook-signature',
    'Signatures separated by blanks (Standard Webhooks).',
    'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=',
  ],
] as const;

/** Lists the events under `webhooks`. Their payloads must be among the models of the document. */
export function describeWebhooks(document: OpenAPIObject, events: DocumentedEvents): void {
  const webhooks = Object.fromEntries(
    Object.entries(events).map(([name, event]) => [name, { post: operation(name, event) }]),
  );
  Object.assign(document, { webhooks });
}

function operation(name: string, { description, payload, example }: DocumentedEvent) {
  return {
    operationId: `on${deliveryName(name)}`,
    summary: name,
    security: [],
    description: `${description} Any 2xx within the time limit is success; everything else is tried again.`,
    parameters: HEADERS.map(([header, meaning, sample = name]) => ({
      name: header,
      in: 'header',
      required: true,
      description: meaning,
      schema: { type: 'string' },
      example: sample,
    })),
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: bodySchema(name, payload),
          example: { id: EXAMPLE_ID, event: name, timestamp: EXAMPLE_TIME, data: example },
        },
      },
    },
    responses: { '2XX': { description: 'It was received.' }, '410': { description: 'Nothing more is sent here.' } },
  };
}

function bodySchema(name: string, payload: Type) {
  return {
    title: `${deliveryName(name)}Delivery`,
    type: 'object',
    required: ['id', 'event', 'timestamp', 'data'],
    properties: {
      id: {
        type: 'string',
        description: 'Id of the delivery, the same in every attempt: what came twice is known by it.',
      },
      event: { type: 'string', const: name, description: 'Always the same.' },
      timestamp: { type: 'string', format: 'date-time', description: 'When it happened.' },
      data: { $ref: `#/components/schemas/${payload.name}` },
    },
  };
}

/** `MessageReceived` for `message.received`. */
function deliveryName(event: string): string {
  return event
    .split(/[^A-Za-z0-9]+/)
    .map(capitalised)
    .join('');
}
