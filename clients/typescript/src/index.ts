/** Clients of Parley: one for all its dialects, and those whose calls were published before. */

export type { AnswerOf, ArgumentsOf, BodyOf, Call, ListCall } from './calls';
export { AssistantClient, type AssistantFileStatus } from './dialects/assistant';
export type { AssistantChatEvent } from './dialects/assistant-chat-stream';
export { CriabotClient } from './dialects/criabot';
export { ManagerClient, type ManagerExecutionEvent } from './dialects/manager';
export {
  PlatformClient,
  type PlatformDocument,
  type PlatformEscalation,
  type PlatformEscalationEvent,
  type PlatformExecution,
  type PlatformExecutionEvent,
  type PlatformReply,
  type PlatformReplyEvent,
} from './dialects/platform';
export {
  type SupportAnswer,
  SupportClient,
  type SupportConversationEvent,
  type SupportMessage,
  type SupportReplyEvent,
  type SupportStarted,
} from './dialects/support';
export * from './errors';
export {
  ChatClient,
  type ChatClientOptions,
  type ChatReply,
  type ChatReplyEvent,
  type OutgoingMessage,
} from './facades/chat-client';
export {
  type ChatAnswer,
  ChatbotAPI,
  type ChatbotAPIOptions,
  type ChatStream,
  type SendOptions,
} from './facades/chatbot-api';
export type { components as AssistantSchemas } from './generated/assistant.types';
export type { components as CriabotSchemas } from './generated/criabot.types';
export type { components as ManagerSchemas } from './generated/manager.types';
export type { components as PlatformSchemas } from './generated/platform.types';
export type { components as SupportSchemas } from './generated/support.types';
export type { ClientOptions, RequestOptions } from './options';
export { Listing } from './paging';
export { type LoginOptions, Parley } from './parley';
export { type Credential, keyCredential } from './session/credential';
export type { LoginTokens } from './session/login';
export { EventStream, ReplyStream } from './streams/event-stream';
export type { Upload, UploadContent } from './uploads/upload';
export type { WaitOptions } from './uploads/wait-until-done';
export type { AssistantWebhookEvent, ManagerWebhookEvent, PlatformWebhookEvent } from './webhook-events';
export { verifyWebhook, type WebhookDelivery, type WebhookEvent } from './webhooks';
