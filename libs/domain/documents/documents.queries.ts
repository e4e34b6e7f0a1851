import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { Document } from './documents.types';

const COLUMNS = `id, team_id as "teamId", base_id as "baseId", kind, title, content, tags, metadata,
  given_language as language, created_at as "createdAt", updated_at as "updatedAt"`;

@Injectable()
export class DocumentsQueries {
  constructor(private readonly database: Database) {}

  /** Many documents in one statement. */
  async insert(documents: readonly Document[]): Promise<void> {
    await this.database.query(
      `insert into document (id, team_id, base_id, kind, title, content, tags, metadata, created_at, updated_at,
         given_language, content_hash)
       select id, team_id, base_id, kind, title, content, array(select jsonb_array_elements_text(tags)), metadata,
         created_at, updated_at, language, sha256(convert_to(content, 'UTF8'))
       from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::jsonb[], $8::jsonb[],
         $9::timestamptz[], $10::timestamptz[], $11::text[])
         as d (id, team_id, base_id, kind, title, content, tags, metadata, created_at, updated_at, language)`,
      [
        documents.map(({ id }) => id),
        documents.map(({ teamId }) => teamId),
        documents.map(({ baseId }) => baseId),
        documents.map(({ kind }) => kind),
        documents.map(({ title }) => title),
        documents.map(({ content }) => content),
        documents.map(({ tags }) => JSON.stringify(tags)),
        documents.map(({ metadata }) => JSON.stringify(metadata)),
        documents.map(({ createdAt }) => createdAt),
        documents.map(({ updatedAt }) => updatedAt),
        documents.map(({ language }) => language),
      ],
    );
  }

  /** By document's primary key. */
  async update({ id, title, content, tags, metadata, language, updatedAt }: Document): Promise<void> {
    await this.database.query(
      `update document set title = $2, content = $3, tags = $4::text[], metadata = $5::jsonb, given_language = $6,
         updated_at = $7, content_hash = sha256(convert_to($3, 'UTF8'))
       where id = $1`,
      [id, title, content, tags, JSON.stringify(metadata), language, updatedAt],
    );
  }

  /** The oldest item of the base with each of these texts. By document_content_hash_idx. */
  async oldestItemsOf(baseId: string, contents: readonly string[]): Promise<Map<string, Document>> {
    const rows = await this.database.query<Document & { text: string }>(
      `select asked.text, found.* from unnest($2::text[]) as asked (text) cross join lateral (
         select ${COLUMNS} from document
         where base_id = $1 and content_hash = sha256(convert_to(asked.text, 'UTF8')) and kind = 'item'
         order by document.id limit 1
       ) found`,
      [baseId, contents],
    );
    return new Map(rows.map(({ text, ...item }) => [text, item]));
  }

  /** Of items that have the same text as an older one of their base, the oldest. By document_content_hash_idx. */
  async duplicatesOf(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.query<{ id: string; oldest: string }>(
      `select d.id, found.id as oldest from document d cross join lateral (
         select o.id from document o
         where o.base_id = d.base_id and o.content_hash = d.content_hash and o.kind = 'item' and o.id < d.id
         order by o.id limit 1
       ) found
       where d.id = any ($1::uuid[]) and d.kind = 'item'`,
      [ids],
    );
    return new Map(rows.map(({ id, oldest }) => [id, oldest]));
  }

  /** Items of each base, also of those that have none. By document_base_id_idx. */
  async countItems(baseIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.database.query<{ baseId: string; count: string }>(
      `select base_id as "baseId", count(*) as count from document
       where base_id = any ($1::uuid[]) and kind = 'item' group by base_id`,
      [baseIds],
    );
    const counts = new Map(rows.map(({ baseId, count }) => [baseId, Number(count)]));
    return new Map(baseIds.map((baseId) => [baseId, counts.get(baseId) ?? 0]));
  }

  /**
   * The oldest items, as many as stay within both limits, but at least one. By document_base_id_idx.
   *
   * @param maxChars of all contents together
   */
  firstItems(baseId: string, maxItems: number, maxChars: number): Promise<Document[]> {
    return this.database.query<Document>(
      `with first as (
         select *, length(content) as chars from document where base_id = $1 and kind = 'item' order by id limit $2
       ), summed as (
         select *, sum(chars) over (order by id) - chars as chars_before from first
       )
       select ${COLUMNS} from summed where chars_before = 0 or chars_before + chars <= $3 order by id`,
      [baseId, maxItems, maxChars],
    );
  }

  /** By document's primary key. */
  findInBase(baseId: string, documentIds: readonly string[]): Promise<Document[]> {
    return this.database.query<Document>(
      `select ${COLUMNS} from document where id = any ($2::uuid[]) and base_id = $1`,
      [baseId, documentIds],
    );
  }
}
