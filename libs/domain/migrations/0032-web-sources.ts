import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WebSources0000000000032 implements MigrationInterface {
  readonly name = 'WebSources0000000000032';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A page or a site on the web whose pages are documents of a base, kept in step by syncs.
      create table web_source (
        id uuid primary key,
        team_id uuid not null references team on delete cascade,
        bot_id uuid not null references bot on delete cascade,
        base_id uuid not null references knowledge_base on delete cascade,
        url text not null,
        kind text not null check (kind in ('page', 'sitemap')),
        max_pages integer not null check (max_pages > 0),
        -- Beginnings of paths; no include means all.
        include_paths text[] not null default '{}',
        exclude_paths text[] not null default '{}',
        schedule_cron text,
        schedule_time_zone text,
        refresh_hours integer check (refresh_hours > 0),
        -- Null: no sync will begin by itself.
        next_sync_at timestamptz,
        -- removing: it was deleted, and its documents are on their way out; nobody sees it any more.
        status text not null default 'queued'
          check (status in ('queued', 'running', 'ready', 'failed', 'cancelled', 'removing')),
        -- The sync that is under way, or was the last.
        sync_id uuid not null,
        stage text check (stage in ('finding', 'fetching', 'removing')),
        -- Whether the listing of this sync is known to name all pages of the site.
        is_listing_whole boolean not null default false,
        found_count integer not null default 0,
        fetched_count integer not null default 0,
        added_count integer not null default 0,
        changed_count integer not null default 0,
        unchanged_count integer not null default 0,
        skipped_count integer not null default 0,
        failed_count integer not null default 0,
        removed_count integer not null default 0,
        error_code text,
        error_message text,
        -- Runs that were begun since the last page that was dealt with, those that were cut off included.
        run_count smallint not null default 0,
        -- The run that has it now. Whatever a run writes, it writes under this condition.
        run_id uuid,
        -- After this time it is no longer certain that anybody sees to it.
        lease_until timestamptz,
        sync_started_at timestamptz,
        sync_ended_at timestamptz,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create index web_source_team_id_idx on web_source (team_id);
      create index web_source_bot_id_idx on web_source (bot_id, id);
      create index web_source_base_id_idx on web_source (base_id);
      create index web_source_next_sync_at_idx on web_source (next_sync_at) where next_sync_at is not null;
      create index web_source_lease_until_idx on web_source (lease_until)
        where status in ('queued', 'running', 'removing');

      create table web_page (
        id uuid primary key,
        team_id uuid not null references team on delete cascade,
        source_id uuid not null references web_source on delete cascade,
        -- As it was found, in the form of addresses/web-address.
        url text not null,
        -- In the listing that named it last.
        position integer not null,
        document_id uuid references document on delete set null,
        -- Where the document says it comes from: the end of redirects, or the canonical address that the page names.
        address text,
        title text,
        etag text,
        last_modified text,
        -- Of what the document was made from.
        content_hash bytea,
        -- The last sync whose listing named it, and the last that dealt with it.
        listed_in uuid,
        visited_in uuid,
        outcome text check (outcome in ('added', 'changed', 'unchanged', 'skipped', 'gone', 'failed')),
        error_code text,
        error_message text,
        -- When the site answered last, and when it last brought something new.
        fetched_at timestamptz,
        changed_at timestamptz,
        created_at timestamptz not null,
        constraint web_page_source_id_url_key unique (source_id, url)
      );
      create index web_page_team_id_idx on web_page (team_id);
      create index web_page_source_id_position_idx on web_page (source_id, position, id);
      create index web_page_document_id_idx on web_page (document_id) where document_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table web_page, web_source');
  }
}
