/** What webhooks of each dialect tell, by its document: `verifyWebhook<PlatformWebhookEvent>(...)`. */
import type { BodyOf } from './calls';
import type { webhooks as AssistantWebhooks } from './generated/assistant.types';
import type { webhooks as ManagerWebhooks } from './generated/manager.types';
import type { webhooks as PlatformWebhooks } from './generated/platform.types';

type EventIn<Webhook> = Webhook extends { post: infer Delivery } ? BodyOf<Delivery> : never;

/** Which one it is shows in its `event`. */
export type PlatformWebhookEvent = EventIn<PlatformWebhooks[keyof PlatformWebhooks]>;
export type AssistantWebhookEvent = EventIn<AssistantWebhooks[keyof AssistantWebhooks]>;
export type ManagerWebhookEvent = EventIn<ManagerWebhooks[keyof ManagerWebhooks]>;
