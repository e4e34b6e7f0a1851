import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { TeamDocument, TeamDocumentsRequest } from './team-documents.types';

/** Of the document `d` in the base `b`. */
const COLUMNS = `d.id, b.bot_id as "botId", d.base_id as "baseId", d.kind, d.title, d.format, d.tags, d.state, d.stage, d.progress,
  d.passage_count as "passageCount", coalesce(d.source_bytes, octet_length(d.content)) as "sizeBytes",
  case when d.error_code is not null then json_build_object('code', d.error_code, 'message', d.error_message) end as error,
  d.created_at as "createdAt", d.updated_at as "updatedAt"`;
const FROM = 'from document d join knowledge_base b on b.id = d.base_id';

@Injectable()
export class TeamDocumentsQueries {
  constructor(private readonly database: Database) {}

  /** Newest first. By document_team_id_id_idx. */
  list(teamId: string, { limit, before, only }: TeamDocumentsRequest): Promise<TeamDocument[]> {
    return this.database.query<TeamDocument>(
      `select ${COLUMNS} ${FROM}
       where d.team_id = $1 and ($2::uuid is null or d.id < $2) and ($3::boolean is null or (d.kind = 'item') = $3)
       order by d.id desc limit $4`,
      [teamId, before ?? null, only === undefined ? null : only === 'items', limit],
    );
  }

  /** By document's primary key. */
  async find(teamId: string, id: string): Promise<TeamDocument | undefined> {
    const [row] = await this.database.query<TeamDocument>(
      `select ${COLUMNS} ${FROM} where d.id = $1 and d.team_id = $2`,
      [id, teamId],
    );
    return row;
  }

  /** The text of an item, as far as the limit, and whether it goes on. By document's primary key. */
  async itemText(id: string, maxChars: number): Promise<{ text: string; isCut: boolean } | undefined> {
    const [row] = await this.database.query<{ text: string; isCut: boolean }>(
      `select left(content, $2) as text, length(content) > $2 as "isCut" from document where id = $1`,
      [id, maxChars],
    );
    return row;
  }
}
