import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { offsetOf, type PageRequest } from '#kernel';
import type { Document } from '../documents.types';
import type { DocumentAsset, DocumentNode } from './named-documents.types';

/** A document of nodes as its row has it; `name` is unique in its base. */
export interface NodesRow extends Omit<Document, 'content' | 'tags'> {
  kind: 'nodes';
  botId: string;
  name: string;
  nodes: readonly DocumentNode[];
  assets: readonly DocumentAsset[];
  passageCount: number;
  language: string | null;
  /** Of nodes and assets, as JSON. */
  sourceBytes: number;
}

export interface NamedRow {
  id: string;
  baseId: string;
  kind: Document['kind'];
  title: string;
  /** 0: nothing of it has been found yet. */
  version: number;
  createdAt: Date;
}

const COLUMNS = 'd.id, d.base_id as "baseId", d.kind, d.title, d.version, d.created_at as "createdAt"';
/** What machines call a document: those that people have made have no name but their title. */
const NAME = 'coalesce(d.name, d.title)';

/** The documents of all bases of a bot by their names. */
@Injectable()
export class NamedDocumentsQueries {
  constructor(private readonly database: Database) {}

  /** The oldest of that name. By knowledge_base_bot_id_idx and document_known_as_idx. */
  async find(teamId: string, botId: string, name: string): Promise<NamedRow | undefined> {
    const [row] = await this.database.query<NamedRow>(
      `select ${COLUMNS} from knowledge_base b join document d on d.base_id = b.id
       where b.bot_id = $2 and b.team_id = $1 and ${NAME} = $3 order by d.id limit 1`,
      [teamId, botId, name],
    );
    return row;
  }

  /** Locks the row until the open transaction ends; undefined when it has gone meanwhile. By document's primary key. */
  async lock(id: string, baseId: string): Promise<NamedRow | undefined> {
    const [row] = await this.database.query<NamedRow>(
      `select ${COLUMNS} from document d where d.id = $1 and d.base_id = $2 for update`,
      [id, baseId],
    );
    return row;
  }

  /** Each name once, that of the oldest document first. By document_known_as_idx. */
  async listNames(teamId: string, botId: string, page: PageRequest | undefined): Promise<string[]> {
    const rows = await this.database.query<{ name: string }>(
      `select name from (
         select distinct on (${NAME}) ${NAME} as name, d.id
         from knowledge_base b join document d on d.base_id = b.id
         where b.bot_id = $2 and b.team_id = $1 order by ${NAME}, d.id
       ) oldest
       order by id limit $3 offset $4`,
      [teamId, botId, page?.limit ?? null, page ? offsetOf(page) : 0],
    );
    return rows.map(({ name }) => name);
  }

  async insert(row: NodesRow): Promise<void> {
    await this.database.query(
      `insert into document (id, team_id, bot_id, base_id, kind, title, content, name, nodes, assets, metadata, format,
         passage_count, language, source_bytes, created_at, updated_at)
       values ($1, $2, $3, $4, 'nodes', $5, '', $6, $7::jsonb, $8::jsonb, $9::jsonb, 'nodes', $10, $11, $12, $13, $13)`,
      [
        row.id,
        row.teamId,
        row.botId,
        row.baseId,
        row.title,
        row.name,
        JSON.stringify(row.nodes),
        JSON.stringify(row.assets),
        JSON.stringify(row.metadata),
        row.passageCount,
        row.language,
        row.sourceBytes,
        row.createdAt,
      ],
    );
  }

  /** Whatever it was before, it is a document of nodes now: what was uploaded goes, and a run that has it finds that out. */
  async becomeNodes(row: NodesRow): Promise<void> {
    await this.database.query(
      `with source as (delete from document_source where document_id = $1)
       update document set kind = 'nodes', bot_id = $2, title = $3, content = '', name = $4, nodes = $5::jsonb,
         assets = $6::jsonb, metadata = $7::jsonb, format = 'nodes', passage_count = $8, language = $9, source_bytes = $10,
         updated_at = $11, state = 'ready', stage = null, progress = 100, error_code = null, error_message = null,
         run_id = null, lease_until = null, version = greatest(version, 1), content_hash = null
       where id = $1`,
      [
        row.id,
        row.botId,
        row.title,
        row.name,
        JSON.stringify(row.nodes),
        JSON.stringify(row.assets),
        JSON.stringify(row.metadata),
        row.passageCount,
        row.language,
        row.sourceBytes,
        row.updatedAt,
      ],
    );
  }

  async delete(id: string): Promise<void> {
    await this.database.query('delete from document where id = $1', [id]);
  }
}
