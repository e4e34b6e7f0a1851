/**
 * What an export leaves out, and why. Everything else that a team owns is in it, also of tables that nobody had thought of
 * here. What might hold a secret is left out until somebody has said that it does not: a test asks for that.
 */
import type { CatalogColumn, OwnedTable } from '../catalog/catalog.types';

/**
 * - secret: hashes, sealed credentials, tokens;
 * - derived: computed from what is exported;
 * - internal: what keeps the machinery going, or says the same again for a short time.
 */
export type LeftOutBecause = 'secret' | 'derived' | 'internal';

export const TABLES_LEFT_OUT: Readonly<Record<string, LeftOutBecause>> = {
  login: 'secret',
  refresh_token: 'secret',
  password_reset_token: 'secret',
  api_key_former_hash: 'secret',
  team_invitation_token: 'secret',
  bot_key: 'secret',
  lexical_index: 'derived',
  lexical_posting: 'derived',
  lexical_segment: 'derived',
  passage: 'derived',
  passage_source: 'derived',
  vector_index: 'derived',
  question_classifier: 'derived',
  analytics_backlog: 'internal',
  analytics_bot: 'internal',
  analytics_ending: 'internal',
  analytics_event: 'internal',
  budget_notice: 'internal',
  channel_lane: 'internal',
  channel_session: 'internal',
  idempotent_request: 'internal',
  knowledge_import_entry: 'internal',
  outbox: 'internal',
  pending_extraction: 'internal',
  team_export: 'internal',
};

/** By table; `*` for all tables. */
export const COLUMNS_LEFT_OUT: Readonly<Record<string, Readonly<Record<string, LeftOutBecause>>>> = {
  '*': { run_id: 'internal', lease_until: 'internal', blob_key: 'internal', claimed_at: 'internal' },
  agent_loop: { callback_secret: 'secret', header_secrets: 'secret' },
  api_key: { hash: 'secret' },
  app_user: { password_hash: 'secret', username_folded: 'derived', email_folded: 'derived' },
  channel: { credentials: 'secret', webhook_secret: 'secret' },
  completion: { thread_digest: 'derived' },
  document: { content_hash: 'derived' },
  // Its bytes stand beside the rows, as a file.
  document_source: { bytes: 'derived', sha256: 'derived' },
  installed_plugin: { secrets: 'secret' },
  integration: { secrets: 'secret' },
  learning_item: { finding_key: 'derived' },
  model: { credentials: 'secret', name_folded: 'derived', calibration: 'derived' },
  plugin: { secret: 'secret' },
  training_model: { artefact: 'derived', judgements: 'derived' },
  team_invitation: { email_folded: 'derived' },
  user_entity: { value_key: 'derived' },
  user_topic: { name_key: 'derived' },
  web_page: { content_hash: 'derived' },
  webhook: { secret: 'secret', previous_secret: 'secret' },
};

/** What sounds or looks like a secret, and is none: somebody has looked. By table. */
export const READABLE: Readonly<Record<string, readonly string[]>> = {
  analytics_user: ['user_key'],
  channel_update: ['key', 'session_key'],
  conversation: ['session_key'],
  document: ['external_key'],
  question: ['external_key'],
  // What is secret in headers is sealed in columns of their own, and masked here.
  agent_loop: ['callback_headers'],
  integration: ['headers'],
  channel: ['credential_names'],
  webhook: ['previous_secret_expires_at'],
  // Names of fields and signatures of single bodies; keys of receivers are never sent.
  webhook_attempt: ['request_headers', 'response_headers'],
};

const SOUNDS_SECRET = /secret|passw|hash|digest|credential|private|headers|sealed|cipher|(^|_)(token|key|salt)s?$/;
const UNREADABLE = /^(bytea|vector|halfvec|sparsevec)/;
const HARMLESS = /^(uuid|smallint|integer|bigint|boolean|double precision|date|timestamp)/;

/** Whether somebody must have said what a column holds before it may be exported. */
export function needsALook({ name, type }: CatalogColumn): boolean {
  return UNREADABLE.test(type) || (SOUNDS_SECRET.test(name) && !HARMLESS.test(type));
}

export function isExportedTable({ name }: OwnedTable): boolean {
  return TABLES_LEFT_OUT[name] === undefined;
}

export function exportedColumns({ name: table, columns }: OwnedTable): CatalogColumn[] {
  const leftOut = { ...COLUMNS_LEFT_OUT['*'], ...COLUMNS_LEFT_OUT[table] };
  return columns.filter(
    (column) => leftOut[column.name] === undefined && (!needsALook(column) || READABLE[table]?.includes(column.name)),
  );
}
