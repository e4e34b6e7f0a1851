import { AuditLog } from '#domain/audit';
import type { Database } from '#infra/database';
import type { Clock } from '#kernel';
import { AuditQueries } from '../../domain/audit/audit.queries';

/** The audit log of a database of a test, for services that are made by hand. */
export function auditLogOn(database: Database, clock: Clock): AuditLog {
  return new AuditLog(new AuditQueries(database), clock);
}

/** What a team's log says was done, oldest first. */
export async function auditedActs(database: Database, teamId: string): Promise<string[]> {
  const rows = await database.query<{ act: string }>('select act from audit_entry where team_id = $1 order by id', [
    teamId,
  ]);
  return rows.map(({ act }) => act);
}
