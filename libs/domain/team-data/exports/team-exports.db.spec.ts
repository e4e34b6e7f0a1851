import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { Logger } from '@nestjs/common';
import { extract } from 'tar-stream';
import { Files, UnneededBlobs } from '#domain/documents';
import { TeamRemoval } from '#domain/identity';
import type { Database } from '#infra/database';
import { DAY_MS, HOUR_MS } from '#kernel';
import { BlobStore, blobStoreErrors } from '#providers/blob-store';
import { fillTables } from '#testing/database';
import { DocumentsUnderTest, type Tenant } from '#testing/documents';
import { openIdentity } from '#testing/identity';
import { TeamCatalog } from '../catalog/team-catalog.service';
import { TeamDataModule } from '../team-data.module';
import { ExportRunning } from './export-running.service';
import { ExportSweeping } from './export-sweeping.service';
import { QUEUE_LEASE_MS, RUN_LEASE_MS } from './lease';
import { isExportedTable } from './left-out';
import { TeamExports } from './team-exports.service';

const NEVER = new AbortController().signal;
const fileOf = (name: string, content: string) => ({ name, stream: Readable.from([Buffer.from(content)]) });
const PLANTED = 'planted-secret-9f3c';

describe('an export of a team', () => {
  let fixture: DocumentsUnderTest;
  let tenant: Tenant;

  beforeAll(async () => {
    fixture = await DocumentsUnderTest.open({ modules: [TeamDataModule] });
  });
  afterAll(() => fixture.close());
  beforeEach(async () => {
    await fixture.reset();
    tenant = await fixture.newTenant();
  });
  afterEach(() => jest.restoreAllMocks());

  const exports = () => fixture.get(TeamExports);
  const run = (id: string, signal = NEVER) => fixture.get(ExportRunning).run(id, signal);
  const made = async ({ actor } = tenant) => {
    const { id } = await exports().start(actor);
    await run(id);
    return exports().get(actor, id);
  };
  const filesOf = async (id: string, { actor } = tenant) => {
    const chunks: Buffer[] = [];
    for await (const chunk of (await exports().open(actor, id)).stream) chunks.push(chunk as Buffer);
    const tar = extract();
    tar.end(gunzipSync(Buffer.concat(chunks)));
    const files: Record<string, string> = {};
    for await (const entry of tar) files[entry.header.name] = await text(entry as unknown as Readable);
    return files;
  };
  const rowsIn = (files: Record<string, string>, table: string) =>
    Object.entries(files)
      .filter(([name]) => name.startsWith(`rows/${table}/`))
      .flatMap(([, lines]) =>
        lines
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line)),
      );
  const sweepBlobs = () => fixture.get(UnneededBlobs).sweep(NEVER);

  test('holds the rows and the original files of the team, and of no other', async () => {
    const stranger = await fixture.newTenant();
    const ours = await fixture
      .get(Files)
      .upload(tenant.actor, tenant.bot.id, fileOf('notes.md', '# Lamps\n\nNine euros.'));
    await fixture.get(Files).upload(stranger.actor, stranger.bot.id, fileOf('theirs.md', '# Theirs'));
    const done = await made();
    expect(done).toMatchObject({ status: 'completed', progress: 100, fileCount: 1, stage: null, error: null });
    expect(done.expiresAt).toEqual(new Date(fixture.clock.nowMs() + 7 * DAY_MS));
    const files = await filesOf(done.id);
    expect(rowsIn(files, 'bot')).toEqual([expect.objectContaining({ id: tenant.bot.id, name: 'Bot' })]);
    expect(files[`files/document_source/${ours.id}-1`]).toBe('# Lamps\n\nNine euros.');
    expect(JSON.stringify(files)).not.toContain(stranger.actor.teamId);
    expect(JSON.stringify(files)).not.toContain('Theirs');
    const manifest = JSON.parse(files['manifest.json']!);
    expect(manifest).toMatchObject({
      teamId: tenant.actor.teamId,
      rows: done.rowCount,
      files: { count: 1, missing: 0 },
    });
    expect(manifest.tables.bot).toMatchObject({ rows: 1, files: ['rows/bot/00001.jsonl'] });
  });

  test('has a row of every table that is not left out, and nothing of a secret', async () => {
    await fill();
    await plantSecrets(fixture.db.database);
    const done = await made();
    const files = await filesOf(done.id);
    const { tables } = JSON.parse(files['manifest.json']!);
    const wanted = (await fixture.get(TeamCatalog).tables()).filter(isExportedTable).map(({ name }) => name);
    expect(Object.keys(tables).toSorted()).toEqual(wanted.toSorted());
    for (const table of wanted) expect(rowsIn(files, table).length).toBe(tables[table].rows);
    const all = Object.values(files).join('\n');
    expect(all).not.toContain(PLANTED);
    expect(all).not.toContain(Buffer.from(PLANTED).toString('hex'));
  });

  test('has every row once, however many there are', async () => {
    const { id: conversationId } = await insertConversation();
    await fixture.db.database.query(
      `insert into message (id, conversation_id, position, role, state, content, principal)
       select gen_random_uuid(), $1, n, 'user', 'complete', 'message ' || n, 'key:k' from generate_series(1, 2500) n`,
      [conversationId],
    );
    const files = await filesOf((await made()).id);
    const positions = rowsIn(files, 'message').map(({ position }) => position);
    expect(positions.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 2_500 }, (_, at) => at + 1));
  });

  test('is one at a time, and each is of its team alone', async () => {
    const stranger = await fixture.newTenant();
    const { id } = await exports().start(tenant.actor);
    await expect(exports().start(tenant.actor)).rejects.toMatchObject({ code: 'team_data.export_under_way' });
    await exports().start(stranger.actor);
    for (const refused of [
      exports().get(stranger.actor, id),
      exports().open(stranger.actor, id),
      exports().delete(stranger.actor, id),
      exports().get(tenant.actor, 'none'),
    ])
      await expect(refused).rejects.toMatchObject({ code: 'team_data.export_not_found' });
    await expect(exports().open(tenant.actor, id)).rejects.toMatchObject({ code: 'team_data.export_not_ready' });
    expect(await exports().list(tenant.actor, { page: 1, limit: 10 })).toMatchObject({ total: 1, items: [{ id }] });
    expect((await auditedActs()).filter((act) => act === 'data.exported')).toHaveLength(2);
  });

  test('is kept for seven days', async () => {
    const { id } = await made();
    expect(fixture.blobs).toHaveLength(1);
    fixture.clock.advance(7 * DAY_MS);
    await fixture.get(ExportSweeping).sweep();
    await sweepBlobs();
    expect(fixture.blobs).toEqual([]);
    expect(await exports().get(tenant.actor, id)).toMatchObject({ status: 'expired' });
    await expect(exports().open(tenant.actor, id)).rejects.toMatchObject({ code: 'team_data.export_gone' });
  });

  test('takes its archive along when it is deleted', async () => {
    const { id } = await made();
    await exports().delete(tenant.actor, id);
    await sweepBlobs();
    expect(fixture.blobs).toEqual([]);
    expect((await exports().list(tenant.actor, { page: 1, limit: 10 })).total).toBe(0);
  });

  test('that is deleted while it is written leaves nothing', async () => {
    const { id } = await exports().start(tenant.actor);
    const put = fixture.get(BlobStore).put.bind(fixture.get(BlobStore));
    jest.spyOn(fixture.get(BlobStore), 'put').mockImplementation(async (...given) => {
      const stored = await put(...given);
      await exports().delete(tenant.actor, id);
      return stored;
    });
    await run(id);
    await sweepBlobs();
    expect(fixture.blobs).toEqual([]);
  });

  test('whose run died is written by the next one, and leaves no second archive', async () => {
    const { id } = await exports().start(tenant.actor);
    const put = fixture.get(BlobStore).put.bind(fixture.get(BlobStore));
    const dying = jest.spyOn(fixture.get(BlobStore), 'put').mockImplementation(async (...given) => {
      await put(...given);
      throw blobStoreErrors.unavailable();
    });
    await expect(run(id)).rejects.toMatchObject({ code: 'blob_store.unavailable' });
    dying.mockRestore();
    expect(await exports().get(tenant.actor, id)).toMatchObject({ status: 'queued' });
    fixture.clock.advance(HOUR_MS);
    await fixture.get(ExportSweeping).sweep();
    await run(id);
    await sweepBlobs();
    expect(await exports().get(tenant.actor, id)).toMatchObject({ status: 'completed' });
    expect(fixture.blobs).toHaveLength(1);
  });

  test('that nobody sees to is taken up again, and fails when nothing helps', async () => {
    jest.spyOn(fixture.get(TeamCatalog), 'tables').mockRejectedValue(new Error('broken'));
    jest.spyOn(Logger.prototype, 'error').mockReturnValue();
    const { id } = await exports().start(tenant.actor);
    for (let at = 0; at < 5; at += 1) {
      await run(id).catch(() => undefined);
      fixture.clock.advance(HOUR_MS + QUEUE_LEASE_MS + RUN_LEASE_MS);
      await fixture.get(ExportSweeping).sweep();
    }
    expect(await exports().get(tenant.actor, id)).toMatchObject({
      status: 'failed',
      error: { code: 'team_data.failed' },
    });
    await exports().start(tenant.actor);
  });

  test('goes with its team: nothing of it is left in any table, nor in the blob store', async () => {
    await fixture.get(Files).upload(tenant.actor, tenant.bot.id, fileOf('notes.md', '# Lamps'));
    await fill();
    await made();
    expect(Object.keys((await fixture.get(TeamCatalog).contents(tenant.actor.teamId)).rows).length).toBeGreaterThan(40);
    const identity = await openIdentity(fixture.db, fixture.clock);
    const removal = identity.get(TeamRemoval);
    await removal.begin(tenant.actor.teamId);
    await removal.remove(tenant.actor.teamId, NEVER);
    await sweepBlobs();
    expect(await fixture.get(TeamCatalog).contents(tenant.actor.teamId)).toEqual({ rows: {}, files: { count: 0 } });
    expect(fixture.blobs).toEqual([]);
    await identity.close();
  });

  /** A row of every table; without an export that is under way. */
  const fill = async () => {
    await fillTables(fixture.db.database, { id: tenant.actor.teamId });
    await fixture.db.database.query('delete from team_export');
  };
  const insertConversation = async () => {
    const [row] = await fixture.db.database.query<{ id: string }>(
      `insert into conversation (id, team_id, bot_id, session_key, user_ref)
       values (gen_random_uuid(), $1, $2, 's', 'u') returning id`,
      [tenant.actor.teamId, tenant.bot.id],
    );
    return row!;
  };
  const auditedActs = async () =>
    (await fixture.db.database.query<{ act: string }>('select act from audit_entry')).map(({ act }) => act);
});

/** In every column that is made of bytes, and in those that hold a hash or a secret as a text. */
async function plantSecrets(database: Database): Promise<void> {
  const columns = await database.query<{ table: string; name: string; type: string }>(
    `select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
       and (format_type(a.atttypid, a.atttypmod) = 'bytea' or a.attname ~ 'password' and format_type(a.atttypid, a.atttypmod) = 'text')
       and c.relname <> 'document_source'`,
  );
  expect(columns.length).toBeGreaterThan(15);
  for (const { table, name, type } of columns)
    await database.query(`update "${table}" set "${name}" = $1`, [type === 'bytea' ? Buffer.from(PLANTED) : PLANTED]);
}
