import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { isUuid, offsetOf, type Page } from '#kernel';
import type { AuditDetails, AuditEntry, AuditFilter, AuditListRequest } from './audit.types';

export interface AuditRow {
  id: string;
  teamId: string;
  at: Date;
  act: string;
  actorKind: string;
  actorId: string | null;
  subjectKind: string;
  subjectId: string;
  subjectName: string | null;
  details: AuditDetails;
  address: string | null;
  userAgent: string | null;
  requestId: string | null;
}

const ENTRY = `e.id, e.team_id as "teamId", e.at, e.act,
  jsonb_build_object('kind', e.actor_kind, 'id', e.actor_id, 'name', e.actor_name) as actor,
  jsonb_build_object('kind', e.subject_kind, 'id', e.subject_id, 'name', e.subject_name) as subject,
  e.details, e.address, e.user_agent as "userAgent", e.request_id as "requestId"`;

/** $1 to $7: the team or null for all, and the parts of the filter. */
const CONDITIONS = `($1::uuid is null or e.team_id = $1)
  and ($2::text is null or e.act = $2 or starts_with(e.act, $2 || '.'))
  and ($3::uuid is null or e.actor_id = $3)
  and ($4::text is null or e.subject_kind = $4)
  and ($5::text is null or e.subject_id = $5)
  and ($6::timestamptz is null or e.at >= $6)
  and ($7::timestamptz is null or e.at < $7)`;

/** Rows of one statement, so that whoever writes an entry meanwhile waits for none. */
const PRUNE_STEP_ROWS = 2_000;

@Injectable()
export class AuditQueries {
  constructor(private readonly database: Database) {}

  /** With the actor's name as it is now. By app_user_pkey, api_key_pkey. */
  async insert(row: AuditRow): Promise<void> {
    await this.database.execute(
      `insert into audit_entry (id, team_id, at, act, actor_kind, actor_id, actor_name, subject_kind, subject_id,
         subject_name, details, address, user_agent, request_id)
       values ($1, $2, $3, $4, $5, $6,
         case $5 when 'user' then (select username from app_user where id = $6)
                 when 'key' then (select name from api_key where id = $6) end,
         $7, $8, $9, $10, $11, $12, $13)`,
      [
        row.id,
        row.teamId,
        row.at,
        row.act,
        row.actorKind,
        row.actorId,
        row.subjectKind,
        row.subjectId,
        row.subjectName,
        JSON.stringify(row.details),
        row.address,
        row.userAgent,
        row.requestId,
      ],
    );
  }

  /** Newest first; of one team, or of all. By audit_entry_team_id_idx or audit_entry_pkey. */
  async list(teamId: string | undefined, { page, limit, ...filter }: AuditListRequest): Promise<Page<AuditEntry>> {
    const { actorId } = filter;
    if (actorId !== undefined && !isUuid(actorId)) return { items: [], total: 0, page, limit };
    const values = [teamId ?? null, ...valuesOf(filter)];
    const items = await this.database.query<AuditEntry>(
      `select ${ENTRY} from audit_entry e where ${CONDITIONS} order by e.id desc limit $8 offset $9`,
      [...values, limit, offsetOf({ page, limit })],
    );
    const [counted] = await this.database.query<{ total: number }>(
      `select count(*)::int as total from audit_entry e where ${CONDITIONS}`,
      values,
    );
    return { items, total: counted?.total ?? 0, page, limit };
  }

  /** Deletes some entries that are older, of one team or of all; answers how many. By audit_entry_at_idx. */
  async pruneSome(before: Date, teamId?: string): Promise<number> {
    return this.database.execute(
      `delete from audit_entry where id in (
         select id from audit_entry where ($2::uuid is null or team_id = $2) and at < $1 limit ${PRUNE_STEP_ROWS}
       )`,
      [before, teamId ?? null],
    );
  }

  /** Whether `pruneSome` may have left something. */
  mayHaveMore(deleted: number): boolean {
    return deleted === PRUNE_STEP_ROWS;
  }
}

function valuesOf({ act, actorId, subjectKind, subjectId, from, until }: AuditFilter): unknown[] {
  return [act, actorId, subjectKind, subjectId, from, until].map((value) => value ?? null);
}
