import { failedWork } from '#infra/queue';

/** Reads all documents: once in a while, by hand. */
export const failedDocuments = failedWork(
  'documents',
  `select count(*)::int as count from document where state = 'failed'`,
  `update document set state = 'queued', stage = null, progress = 0, run_count = 0, error_code = null, error_message = null,
     lease_until = $1, updated_at = $1
   where state = 'failed'`,
);
