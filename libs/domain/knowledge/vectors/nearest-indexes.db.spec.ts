import { mayHaveOwnConnection } from '#infra/database';
import { newId } from '#kernel';
import { IndexedBases } from '#testing/knowledge';
import { NearestIndexesQueries } from './nearest-indexes.queries';
import { NearestIndexes } from './nearest-indexes.service';

const DIMENSIONS = 16;
const MODEL = 77;
/** More than are compared one by one. */
const MANY = 12_000;
const NEAREST = 20;

describe('nearest vectors', () => {
  let bases: IndexedBases;
  let indexes: NearestIndexes;
  let query: number[];

  beforeAll(async () => {
    bases = await IndexedBases.open();
    indexes = new NearestIndexes(new NearestIndexesQueries(bases.test.database));
  });

  beforeEach(async () => {
    await bases.reset();
    query = Array.from({ length: DIMENSIONS }, (_, at) => Math.sin(at + 1));
    const embed = async () => ({ vectors: [Float32Array.from(query)], usage: { inputTokens: 1 } });
    bases.models.embeddings.set(MODEL, {
      ...{ id: MODEL, space: 'test', model: { embed } as never },
      probabilityOf: (cosine: number) => (cosine + 100) / 200,
    });
    await bases.test.database.query(
      `insert into vector_space (name, dimensions) values ('test', ${DIMENSIONS}) on conflict do nothing`,
    );
  });

  afterAll(async () => {
    await tend();
    await bases.close();
  });

  /** A base whose passages have random vectors; one of them in a thousand has the tag `rare`. */
  async function baseOf(passages: number): Promise<string> {
    const { database } = bases.test;
    const baseId = await bases.newBase();
    const [index] = await database.query<{ number: number }>(
      `update lexical_index set has_vectors = true, next_seq = ${passages + 1} where base_id = $1 returning number`,
      [baseId],
    );
    const number = index!.number;
    await database.query(
      `insert into lexical_segment (index_number, passage_count, total_length, bucket_count, vocabulary_bucket_count,
         low_seq, high_seq, languages) values ($1, $2, 1, 1, 1, 1, $2, '{en}')`,
      [number, passages],
    );
    await database.query(
      `insert into vector_index (index_number, space, model_id, wanted_space, wanted_model_id, aim_wanted)
       select $1, number, ${MODEL}, number, ${MODEL}, false from vector_space where name = 'test'`,
      [number],
    );
    for (const { tag, first, count } of [
      { tag: 'rare', first: 1, count: passages / 1_000 },
      { tag: 'frequent', first: passages / 1_000 + 1, count: passages - passages / 1_000 },
    ]) {
      const documentId = newId();
      await database.query(
        `insert into document (id, team_id, base_id, kind, title, content)
         select $1, team_id, id, 'item', 'Title', '' from knowledge_base where id = $2`,
        [documentId, baseId],
      );
      await database.query(
        `insert into passage_source (document_id, index_number, source_type, tags, first_seq, passage_count)
         values ($1, $2, 'item', array[$3], $4, $5)`,
        [documentId, number, tag, first, count],
      );
      await database.query(
        `insert into passage (index_number, seq, document_id, position, title, body, language)
         select $1, $3::int + n, $2, n, '', 'text', 'en' from generate_series(0, $4::int - 1) n`,
        [number, documentId, first, count],
      );
    }
    await database.query(
      `insert into passage_vector (index_number, seq, space, text_hash, embedding)
       select $1, n, s.number, int4send(n), (
         select array_agg((coordinate / sqrt(square))::float4) from (
           select coordinate, sum(coordinate * coordinate) over () as square
           from (select random() - 0.5 as coordinate from generate_series(1, ${DIMENSIONS} + 0 * n)) drawn
         ) normed
       )::vector
       from generate_series(1, $2::int) n, vector_space s where s.name = 'test'`,
      [number, passages],
    );
    await database.query('analyze passage_vector');
    return baseId;
  }

  async function exact(baseIds: readonly string[], tag?: string): Promise<string[]> {
    const rows = await bases.test.database.query<{ id: string }>(
      `select p.document_id || ':' || p.position as id from lexical_index i
       join passage_vector v on v.index_number = i.number join passage p using (index_number, seq)
       join passage_source s using (document_id)
       where i.base_id = any ($1::uuid[]) and ($3::text is null or $3 = any (s.tags))
       order by v.embedding <#> $2::text::vector limit ${NEAREST}`,
      [baseIds, JSON.stringify(query), tag ?? null],
    );
    return rows.map(({ id }) => id);
  }

  async function recall(baseIds: readonly string[], tag?: string): Promise<number> {
    const wanted = await exact(baseIds, tag);
    const request = { baseIds, query: 'nothing of this', limit: NEAREST, ...(tag ? { tags: [tag] } : {}) };
    const found = new Set((await bases.search.search(request)).map(({ id }) => id));
    expect(found.size).toBe(wanted.length);
    return wanted.filter((id) => found.has(id)).length / wanted.length;
  }

  function tend(): Promise<void> {
    return indexes.tend(new AbortController().signal);
  }

  async function indexNames(): Promise<string[]> {
    const rows = await bases.test.database.query<{ name: string }>(
      `select relname as name from pg_class where relname like 'passage\\_vector\\_space\\_%'`,
    );
    return rows.map(({ name }) => name);
  }

  async function isIndexed(): Promise<boolean | undefined> {
    const [row] = await bases.test.database.query<{ is: boolean }>('select is_indexed as is from vector_space');
    return row?.is;
  }

  it('are those of all passages of a base, and of those that a filter leaves', async () => {
    const small = await baseOf(2_000);
    await baseOf(1_000);
    expect(await recall([small])).toBe(1);
    expect(await recall([small], 'frequent')).toBe(1);
    expect(await recall([small], 'rare')).toBe(1);
  });

  it('get an index when one search chooses from many, and lose it when it no longer does', async () => {
    const canHave = mayHaveOwnConnection(bases.test.dataSource);
    const large = await baseOf(MANY);
    const small = await baseOf(1_000);
    await tend();
    await tend();
    expect(await indexNames()).toHaveLength(canHave ? 1 : 0);
    expect(await isIndexed()).toBe(canHave);
    expect(await recall([large])).toBeGreaterThanOrEqual(0.95);
    expect(await recall([large], 'frequent')).toBeGreaterThanOrEqual(0.95);
    expect(await recall([large], 'rare')).toBe(1);
    expect(await recall([small])).toBe(1);
    expect(await recall([large, small])).toBeGreaterThanOrEqual(0.95);
    await bases.test.database.query('delete from knowledge_base where id = $1', [large]);
    await tend();
    expect(await indexNames()).toEqual([]);
    expect(await isIndexed()).toBe(false);
    expect(await recall([small])).toBe(1);
  });

  it('get none when their bases are many and small', async () => {
    for (let count = 0; count < 2; count++) await baseOf(MANY / 2);
    await tend();
    expect(await indexNames()).toEqual([]);
  });

  it('get the index anew when making it was broken off', async () => {
    if (!mayHaveOwnConnection(bases.test.dataSource)) return;
    const large = await baseOf(MANY);
    const { number } = (await bases.test.database.query<{ number: number }>('select number from vector_space'))[0]!;
    await bases.test.database.query(
      `create index passage_vector_space_${number}_idx on passage_vector (seq) where space = ${number}`,
    );
    await bases.test.database.query(
      `update pg_index set indisvalid = false where indexrelid = 'passage_vector_space_${number}_idx'::regclass`,
    );
    await tend();
    expect(await isIndexed()).toBe(true);
    expect(await recall([large])).toBeGreaterThanOrEqual(0.95);
  });
});
