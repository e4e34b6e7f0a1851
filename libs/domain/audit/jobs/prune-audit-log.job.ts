import { z } from 'zod';
import { defineJob } from '#infra/queue';
import { HOUR_MS, MINUTE_MS } from '#kernel';

/** Deletes entries of the audit log that are older than AUDIT_LOG_DAYS. */
export const pruneAuditLog = defineJob({
  name: 'audit.prune-audit-log',
  payload: z.object({}),
  attempts: 3,
  backoffMs: 10_000,
  timeoutMs: 10 * MINUTE_MS,
  everyMs: 6 * HOUR_MS,
});
