export { type CountingMode, CountingSink, type SinkCounts } from './counting-sink';
export { holdsPlainSignature, holdsStandardSignature, signatureFaults } from './signature-check';
export type { SinkBehaviour } from './sink-behaviour';
export { type ReceivedDelivery, type ReceivedEvent, WebhookSink } from './webhook-sink';
