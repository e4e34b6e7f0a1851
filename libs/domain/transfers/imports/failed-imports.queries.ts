import { failedWork } from '#infra/queue';

/** Those whose file is still there, the newest of each base, where none is under way. */
const RETRIABLE = `status = 'failed' and blob_key is not null and not exists (
  select from knowledge_import o where o.base_id = i.base_id
    and (o.status in ('queued', 'running') or (o.status = 'failed' and o.blob_key is not null and o.id > i.id))
)`;

/** Reads all imports: once in a while, by hand. */
export const failedImports = failedWork(
  'imports',
  `select count(*)::int as count from knowledge_import i where ${RETRIABLE}`,
  `update knowledge_import i set status = 'queued', run_count = 0, error_code = null, error_message = null,
     completed_at = null, lease_until = $1
   where ${RETRIABLE}`,
);
