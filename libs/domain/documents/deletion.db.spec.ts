/** What is deleted is gone: no table names it or holds a word of it, and no file. */
import { Readable } from 'node:stream';
import { BotsService } from '#domain/bots';
import { KnowledgeBasesService } from '#domain/knowledge';
import { DocumentsUnderTest, type Tenant } from '#testing/documents';
import { SegmentMerging } from '../knowledge/segment-merging.service';
import { DocumentsService } from './documents.service';
import { FileUploads } from './files/file-uploads.service';
import { UnneededBlobs } from './files/unneeded-blobs.service';
import { DocumentIndexing } from './ingestion/indexing.service';
import { DocumentUploads } from './ingestion/uploads.service';
import { NamedDocuments } from './named/named-documents.service';

const RUNNING = new AbortController().signal;
/** Stands nowhere else; the second in versions that have not taken the place of others yet. */
const WORDS = ['zanzibarium', 'quixotica'];
const TEXT = 'The zanzibarium is open on Fridays.';
const NEXT = 'The quixotica is open on Sundays.';

describe('a delete', () => {
  let fixture: DocumentsUnderTest;
  let tenant: Tenant;
  let ids: { document: string[]; item: string; base: string };

  beforeAll(async () => {
    fixture = await DocumentsUnderTest.open();
  });
  afterAll(() => fixture.close());

  beforeEach(async () => {
    await fixture.reset();
    tenant = await fixture.newTenant();
    ids = await fill();
  });

  /** Documents of every kind, all but the item with a version that waits or was indexed in part, and their vectors. */
  const fill = async () => {
    const { actor, bot } = tenant;
    const base = await fixture.newBase(tenant);
    const own = { title: 'Guide', format: 'markdown', baseId: base.id };
    const text = await fixture.get(DocumentUploads).add(actor, bot.id, { ...own, bytes: Buffer.from(TEXT) });
    const sent = {
      name: 'a.txt',
      stream: Readable.from([Buffer.from(TEXT)]),
      details: async () => ({ baseId: base.id }),
    };
    const file = await fixture.get(FileUploads).add(actor, bot.id, sent);
    await fixture.get(DocumentIndexing).index(text.id, RUNNING);
    await fixture.get(DocumentIndexing).index(file.id, RUNNING);
    const item = await fixture.get(DocumentsService).addItem(actor, base.id, { title: 'Hours', content: TEXT });
    await fixture.get(DocumentsService).updateItem(actor, base.id, item.id, { content: NEXT });
    const nodes = [{ text: TEXT, type: 'NarrativeText', metadata: { note: WORDS[0] } }];
    const named = { name: 'hours', nodes, assets: [], metadata: { note: WORDS[0] } };
    const { documentId } = await fixture.get(NamedDocuments).upload(actor, bot.id, named);
    await fixture.get(DocumentUploads).replace(actor, text.id, { bytes: Buffer.from(NEXT) });
    const next = { name: 'b.txt', stream: Readable.from([Buffer.from(NEXT)]) };
    await fixture.get(FileUploads).replace(actor, file.id, next);
    await embedAll();
    return { document: [text.id, file.id, documentId], item: item.id, base: base.id };
  };
  /** As if a model had done it. */
  const embedAll = async () => {
    const { database } = fixture.db;
    await database.query(`insert into vector_space (name, dimensions) values ('s', 1) on conflict do nothing`);
    await database.query(
      `insert into passage_vector (index_number, seq, space, text_hash, embedding)
       select index_number, seq, (select number from vector_space), sha256(convert_to(body, 'UTF8')), '[1]' from passage`,
    );
  };
  /** Jobs that come by themselves. */
  const upkeep = async () => {
    await fixture.get(UnneededBlobs).sweep(RUNNING);
    await fixture.get(SegmentMerging).purge();
  };

  /** Columns with a row that has one of these in it, whatever their type. */
  const holding = async (needles: readonly string[]): Promise<string[]> => {
    const columns = await fixture.db.database.query<{ table: string; column: string; type: string }>(
      `select c.relname as table, a.attname as column, a.atttypid::regtype::text as type
       from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped`,
    );
    expect(columns.length).toBeGreaterThan(200);
    const found: string[] = [];
    for (const { table, column, type } of columns) {
      const text = type === 'bytea' ? `encode("${column}", 'escape')` : `"${column}"::text`;
      const rows = await fixture.db.database.query(
        `select 1 from "${table}" where ${text} ilike any ($1::text[]) limit 1`,
        [needles.map((needle) => `%${needle}%`)],
      );
      if (rows.length > 0) found.push(`${table}.${column}`);
    }
    return found.toSorted();
  };
  const hashes = () =>
    fixture.db.database.query(
      `select 1 from document where content_hash is not null
       union all select 1 from passage_vector union all select 1 from lexical_posting`,
    );

  test('of what there is finds it everywhere before', async () => {
    expect(await holding(WORDS)).toEqual([
      'document.content',
      'document.metadata',
      'document.nodes',
      'document_source.bytes',
      'lexical_posting.data',
      'passage.body',
      'passage.metadata',
      'passage_source.metadata',
    ]);
    expect(fixture.blobs).toHaveLength(2);
  });

  test('of the documents leaves nothing of them', async () => {
    const { actor, bot } = tenant;
    for (const id of ids.document) await fixture.get(DocumentUploads).delete(actor, bot.id, id);
    await fixture.get(DocumentsService).deleteItem(actor, ids.base, ids.item);
    await upkeep();
    expect(await holding([...WORDS, ...ids.document, ids.item])).toEqual([]);
    expect([await hashes(), fixture.blobs]).toEqual([[], []]);
  });

  test('of the base leaves nothing of it', async () => {
    await fixture.get(NamedDocuments).delete(tenant.actor, tenant.bot.id, 'hours');
    await fixture.get(KnowledgeBasesService).delete(tenant.actor, ids.base);
    await upkeep();
    expect(await holding([...WORDS, ...ids.document, ids.item, ids.base])).toEqual([]);
    expect([await hashes(), fixture.blobs]).toEqual([[], []]);
  });

  test('of the bot leaves nothing of it but that somebody has deleted it', async () => {
    await fixture.get(BotsService).delete(tenant.actor, tenant.bot.id);
    await upkeep();
    expect(await holding([...WORDS, ...ids.document, ids.item, ids.base])).toEqual([]);
    expect(await holding([tenant.bot.id])).toEqual(['audit_entry.subject_id']);
    expect([await hashes(), fixture.blobs]).toEqual([[], []]);
  });

  test('of the team leaves nothing of it', async () => {
    await fixture.db.database.query('delete from team where id = $1', [tenant.actor.teamId]);
    await upkeep();
    expect(await holding([...WORDS, ...ids.document, ids.item, ids.base, tenant.bot.id, tenant.actor.teamId])).toEqual(
      [],
    );
    expect([await hashes(), fixture.blobs]).toEqual([[], []]);
  });
});
