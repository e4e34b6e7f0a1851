import { defineEvent } from '#infra/events';

export interface IntegrationFailedData {
  botId: string;
  integrationId: string;
  integrationName: string;
  conversationId: string;
  error: string;
  /** That the back-end answered with, if it did. */
  statusCode: number | null;
  /** Nobody else could answer: the user got the apology. */
  isFinal: boolean;
}

/** Written by whoever stores the reply, in the same transaction. */
export const integrationFailed = defineEvent<'integration.failed', IntegrationFailedData>('integration.failed');
