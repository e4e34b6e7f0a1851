/** A process that dies before any of the statements of a run, one after the other, while others search. */
import { Logger } from '@nestjs/common';
import type { Database } from '#infra/database';
import { mortalDatabase } from '#testing/channels';
import { DocumentsUnderTest, type Tenant } from '#testing/documents';
import { DocumentSearch } from '../document-search.service';
import { DocumentIndexing } from './indexing.service';
import { QUEUE_LEASE_MS, RUN_LEASE_MS } from './lease';
import { DocumentUploads } from './uploads.service';

const RUNNING = new AbortController().signal;
/** More than a run makes. */
const MAX_STATEMENTS = 60;

describe('a process that dies while it replaces a document', () => {
  let fixture: DocumentsUnderTest;
  let uploads: DocumentUploads;
  let tenant: Tenant;
  let mortal: Database;
  let dying: DocumentIndexing;

  beforeAll(async () => {
    Logger.overrideLogger(false);
    fixture = await DocumentsUnderTest.open();
    uploads = fixture.get(DocumentUploads);
    tenant = await fixture.newTenant();
    // One process for all deaths: each has a database of its own.
    const database = new Proxy(fixture.db.database, { get: (_, name) => Reflect.get(mortal, name) });
    mortal = fixture.db.database;
    dying = (await fixture.process(database)).get(DocumentIndexing, { strict: false });
  });
  afterAll(() => fixture.close());

  const index = (id: string) => fixture.get(DocumentIndexing).index(id, RUNNING);
  const bytes = (text: string) => ({ bytes: Buffer.from(text), format: 'markdown' });
  const begin = async (text: string) => {
    const baseId = (await fixture.newBase(tenant)).id;
    const added = await uploads.add(tenant.actor, tenant.bot.id, {
      title: 'Guide',
      baseId,
      ...bytes('The lamp is red.'),
    });
    await index(added.id);
    await uploads.replace(tenant.actor, added.id, bytes(text));
    return added;
  };
  /** Whether it did before its work was done. */
  const dies = async (id: string, statements: number) => {
    const { database, died } = mortalDatabase(fixture.db.database, statements);
    mortal = database;
    const end = await Promise.race([died, dying.index(id, RUNNING)]);
    return end === 'died';
  };
  const found = async (baseId: string) => {
    const hits = await fixture.get(DocumentSearch).search(tenant.actor, baseId, { query: 'lamp', limit: 10 });
    return hits.map(({ passage }) => passage);
  };
  /** As time does it: leases lapse, the sweep finds what lies about. */
  const recover = async (id: string) => {
    fixture.clock.advance(RUN_LEASE_MS + QUEUE_LEASE_MS);
    await fixture.get(DocumentIndexing).sweep();
    await index(id);
  };
  const passages = async (id: string) => {
    const sql = 'select count(*)::int as count from passage where document_id = $1';
    return (await fixture.db.database.query<{ count: number }>(sql, [id]))[0]!.count;
  };

  const LONG = Array.from({ length: 259 }, (_, at) => `## Locker ${at}\n\nThe coat of guest ${at}.`);

  test.each([
    ['short', ['The lamp is blue.']],
    ['long', ['The lamp is blue.', ...LONG]],
  ])('by a %s text leaves what was there, and what was sent is found in the end', async (_name, parts) => {
    let statements = 0;
    for (let isDying = true; isDying; statements++) {
      const { id, baseId } = await begin(parts.join('\n\n'));
      isDying = await dies(id, statements);
      const where = `after ${statements} statements`;
      const isNew = (await uploads.get(tenant.actor, tenant.bot.id, id)).version === 2;
      expect([where, await found(baseId)]).toEqual([where, [isNew ? 'The lamp is blue.' : 'The lamp is red.']]);
      await recover(id);
      expect([where, await found(baseId)]).toEqual([where, ['The lamp is blue.']]);
      expect([where, await passages(id)]).toEqual([where, parts.length]);
      expect(await uploads.get(tenant.actor, tenant.bot.id, id)).toMatchObject({ state: 'ready', version: 2 });
    }
    expect(statements).toBeGreaterThan(5);
    expect(statements).toBeLessThan(MAX_STATEMENTS);
  });
});
