import { failedCallbacks } from '#domain/agents';
import { failedChannelMessages } from '#domain/channels';
import { failedDocuments } from '#domain/documents';
import { failedSessions } from '#domain/training';
import { failedImports } from '#domain/transfers';
import { failedDeliveries } from '#domain/webhooks';
import type { FailedWork } from '#infra/queue';

/** All that can be made due again. */
export const FAILED_WORK: readonly FailedWork[] = [
  failedDocuments,
  failedImports,
  failedSessions,
  failedDeliveries,
  failedChannelMessages,
  failedCallbacks,
];
