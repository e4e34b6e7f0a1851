import { isForeignKeyViolation } from '#infra/database';

const CONSTRAINTS = ['user_context', 'user_entity', 'user_topic', 'pending_extraction'].flatMap((table) =>
  ['team_id', 'bot_id', 'conversation_id'].map((column) => `${table}_${column}_fkey`),
);

/** The team, bot or conversation of a row was deleted before the row was stored. */
export function isOwnerGone(error: unknown): boolean {
  return CONSTRAINTS.some((constraint) => isForeignKeyViolation(error, constraint));
}
