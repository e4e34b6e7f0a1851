import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { newId } from '#kernel';
import type { PageOutcome, WebPage, WebPageListRequest } from '../web-sources.types';

/** A page as a visit needs to know it. */
export interface PageToVisit {
  id: string;
  url: string;
  documentId: string | null;
  address: string | null;
  etag: string | null;
  lastModified: string | null;
  contentHash: Buffer | null;
}

/** What a visit has found out. Undefined leaves what is there. */
export interface PageVisit {
  outcome: PageOutcome;
  error: { code: string; message: string } | null;
  /** Whether the site has answered. */
  isAnswered: boolean;
  now: Date;
  /** Of what is read now. */
  read?: {
    documentId: string;
    address: string;
    title: string;
    etag: string | null;
    lastModified: string | null;
    contentHash: Uint8Array;
  };
}

export interface NewListing {
  sourceId: string;
  teamId: string;
  syncId: string;
  addresses: readonly string[];
  now: Date;
}

const TO_VISIT = `id, url, document_id as "documentId", address, etag, last_modified as "lastModified",
  content_hash as "contentHash"`;

@Injectable()
export class WebPagesQueries {
  constructor(private readonly database: Database) {}

  /** Those that have a document, in the order of the listing before. By web_page_source_id_position_idx. */
  async known(sourceId: string): Promise<string[]> {
    const rows = await this.database.query<{ url: string }>(
      'select url from web_page where source_id = $1 and document_id is not null order by position, id',
      [sourceId],
    );
    return rows.map(({ url }) => url);
  }

  /** Those that are listed, known or new. By web_page_source_id_url_key. */
  async putListing({ sourceId, teamId, syncId, addresses, now }: NewListing): Promise<void> {
    await this.database.execute(
      `insert into web_page (id, team_id, source_id, url, position, listed_in, created_at)
       select l.id, $1, $2, l.url, l.position - 1, $3, $4
       from unnest($5::uuid[], $6::text[]) with ordinality as l (id, url, position)
       on conflict (source_id, url) do update set position = excluded.position, listed_in = excluded.listed_in`,
      [teamId, sourceId, syncId, now, addresses.map(() => newId()), addresses],
    );
  }

  /** Of those that are listed, and of all that have a document where `withUnlisted`. By web_page_source_id_position_idx. */
  async next(sourceId: string, syncId: string, withUnlisted: boolean): Promise<PageToVisit | undefined> {
    const [row] = await this.database.query<PageToVisit>(
      `select ${TO_VISIT} from web_page
       where source_id = $1 and visited_in is distinct from $2
         and (listed_in = $2 or ($3 and document_id is not null))
       order by position, id limit 1`,
      [sourceId, syncId, withUnlisted],
    );
    return row;
  }

  /** Whether another page of this sync stands, or another document says it stands, at the address. By web_page_source_id_position_idx. */
  async isElsewhere(page: { id: string; sourceId: string; syncId: string; address: string }): Promise<boolean> {
    const rows = await this.database.query(
      `select 1 from web_page where source_id = $1 and id <> $2
         and ((url = $4 and listed_in = $3 and (visited_in is distinct from $3 or outcome not in ('gone', 'skipped')))
           or (address = $4 and document_id is not null and url <> $4)) limit 1`,
      [page.sourceId, page.id, page.syncId, page.address],
    );
    return rows.length > 0;
  }

  /** By web_page's primary key. */
  async noteVisit(id: string, syncId: string, { outcome, error, isAnswered, now, read }: PageVisit): Promise<void> {
    await this.database.execute(
      `update web_page set visited_in = $2, outcome = $3, error_code = $4, error_message = $5,
         fetched_at = case when $6 then $7 else fetched_at end,
         changed_at = case when $3 in ('added', 'changed') then $7 else changed_at end,
         document_id = coalesce($8, document_id), address = coalesce($9, address), title = coalesce($10, title),
         etag = case when $8::uuid is null then etag else $11 end,
         last_modified = case when $8::uuid is null then last_modified else $12 end,
         content_hash = coalesce($13, content_hash)
       where id = $1`,
      [
        id,
        syncId,
        outcome,
        error?.code ?? null,
        error?.message ?? null,
        isAnswered,
        now,
        read?.documentId ?? null,
        read?.address ?? null,
        read?.title ?? null,
        read?.etag ?? null,
        read?.lastModified ?? null,
        read ? Buffer.from(read.contentHash) : null,
      ],
    );
  }

  /** One whose document has to go: the site has said so, or its whole listing does not name it. By web_page_source_id_position_idx. */
  async nextToRemove(
    sourceId: string,
    syncId: string,
    isWhole: boolean,
  ): Promise<{ id: string; documentId: string } | undefined> {
    const [row] = await this.database.query<{ id: string; documentId: string }>(
      `select id, document_id as "documentId" from web_page
       where source_id = $1 and document_id is not null
         and ((visited_in = $2 and outcome in ('gone', 'skipped')) or ($3 and listed_in is distinct from $2))
       order by position, id limit 1`,
      [sourceId, syncId, isWhole],
    );
    return row;
  }

  /** Any that has a document. By web_page_source_id_position_idx. */
  async anyDocument(sourceId: string): Promise<string | undefined> {
    const [row] = await this.database.query<{ documentId: string }>(
      'select document_id as "documentId" from web_page where source_id = $1 and document_id is not null limit 1',
      [sourceId],
    );
    return row?.documentId;
  }

  /** Whatever became of it: what is to be removed is not asked for twice. By web_page_document_id_idx. */
  async forgetDocument(documentId: string): Promise<void> {
    await this.database.execute(
      `update web_page set document_id = null, etag = null, last_modified = null, content_hash = null
       where document_id = $1`,
      [documentId],
    );
  }

  /** Those that a whole listing does not name, and that have no document any more. By web_page_source_id_position_idx. */
  async prune(sourceId: string, syncId: string): Promise<void> {
    await this.database.execute(
      'delete from web_page where source_id = $1 and listed_in is distinct from $2 and document_id is null',
      [sourceId, syncId],
    );
  }

  /** Why the page that was visited last could not be taken. By web_page_source_id_position_idx. */
  async lastError(sourceId: string, syncId: string): Promise<{ code: string; message: string } | undefined> {
    const [row] = await this.database.query<{ code: string; message: string }>(
      `select error_code as code, error_message as message from web_page
       where source_id = $1 and visited_in = $2 and error_code is not null order by position desc, id desc limit 1`,
      [sourceId, syncId],
    );
    return row;
  }

  /** In the order of the listing. By web_page_source_id_position_idx. */
  page(sourceId: string, { page, limit, outcome }: WebPageListRequest): Promise<WebPage[]> {
    return this.database.query<WebPage>(
      `select p.url, p.title, p.outcome,
         case when p.error_code is not null then json_build_object('code', p.error_code, 'message', p.error_message) end
           as error,
         p.document_id as "documentId", d.state as "documentState", p.fetched_at as "fetchedAt", p.changed_at as "changedAt"
       from web_page p left join document d on d.id = p.document_id
       where p.source_id = $1 and ($2::text is null or p.outcome = $2)
       order by p.position, p.id limit $3 offset $4`,
      [sourceId, outcome ?? null, limit, (page - 1) * limit],
    );
  }

  /** By web_page_source_id_position_idx. */
  async count(sourceId: string, outcome: PageOutcome | undefined): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      'select count(*)::int as count from web_page where source_id = $1 and ($2::text is null or outcome = $2)',
      [sourceId, outcome ?? null],
    );
    return row?.count ?? 0;
  }
}
