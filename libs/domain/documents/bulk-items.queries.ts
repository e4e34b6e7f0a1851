import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { isUuid } from '#kernel';
import type { KeyedDocument } from './bulk-items.types';

const COLUMNS = `id, team_id as "teamId", base_id as "baseId", kind, title, content, tags, metadata, given_language as language,
  external_key as key, created_at as "createdAt", updated_at as "updatedAt"`;

/** The parameters of `document` below, each a list. */
const UNNESTED = `unnest($1::uuid[], $2::text[], $3::text[], $4::jsonb[], $5::jsonb[], $6::text[], $7::text[], $8::timestamptz[])
  as d (id, title, content, tags, metadata, language, external_key, updated_at)`;
const TAGS = 'array(select jsonb_array_elements_text(d.tags))';

/** Many items of one base in one statement each. */
@Injectable()
export class BulkItemsQueries {
  constructor(private readonly database: Database) {}

  /**
   * Those with one of these keys, or ids; nobody else changes them before the open transaction ends. By
   * document_external_key_key and document's primary key.
   */
  lock(baseId: string, keys: readonly string[]): Promise<KeyedDocument[]> {
    return this.database.query<KeyedDocument>(
      `select ${COLUMNS} from document where id = any (array(
         select id from document where base_id = $1 and external_key = any ($2::text[])
         union select id from document where base_id = $1 and id = any ($3::uuid[])
       )) order by id for no key update`,
      [baseId, keys, keys.filter(isUuid)],
    );
  }

  async insert(items: readonly KeyedDocument[]): Promise<void> {
    const [first] = items;
    if (!first) return;
    await this.database.query(
      `insert into document (id, team_id, base_id, kind, title, content, tags, metadata, given_language, external_key,
         created_at, updated_at, content_hash)
       select d.id, $9, $10, 'item', d.title, d.content, ${TAGS}, d.metadata, d.language, d.external_key, d.updated_at,
         d.updated_at, sha256(convert_to(d.content, 'UTF8'))
       from ${UNNESTED}`,
      [...listsOf(items), first.teamId, first.baseId],
    );
  }

  /** By document's primary key. */
  async update(items: readonly KeyedDocument[]): Promise<void> {
    if (items.length === 0) return;
    await this.database.query(
      `update document set title = d.title, content = d.content, tags = ${TAGS}, metadata = d.metadata,
         given_language = d.language, content_hash = sha256(convert_to(d.content, 'UTF8')), external_key = d.external_key, updated_at = d.updated_at
       from ${UNNESTED} where document.id = d.id`,
      listsOf(items),
    );
  }

  /** Items alone, in the order of their ids. Gives what was deleted. By document's primary key. */
  delete(baseId: string, ids: readonly string[]): Promise<KeyedDocument[]> {
    return this.database.query<KeyedDocument>(
      `delete from document where id = any ($2::uuid[]) and base_id = $1 and kind = 'item' returning ${COLUMNS}`,
      [baseId, ids],
    );
  }
}

function listsOf(items: readonly KeyedDocument[]): unknown[] {
  return [
    items.map(({ id }) => id),
    items.map(({ title }) => title),
    items.map(({ content }) => content),
    items.map(({ tags }) => JSON.stringify(tags)),
    items.map(({ metadata }) => JSON.stringify(metadata)),
    items.map(({ language }) => language),
    items.map(({ key }) => key),
    items.map(({ updatedAt }) => updatedAt),
  ];
}
