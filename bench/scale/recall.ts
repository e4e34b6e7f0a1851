/** The nearest passages as the product finds them, and all vectors compared one by one. */
import { PassageSearchQueries } from '../../libs/domain/knowledge/passage-search.queries';
import { PostingReadingQueries } from '../../libs/domain/knowledge/posting-reading.queries';
import { vectorLiteral } from '../../libs/domain/knowledge/vectors/embedded-text';
import { wayOf } from '../../libs/domain/knowledge/vectors/nearest-way';
import type { Database } from '../../libs/infra/database';

/** What recall is counted of. */
export const NEAREST = 10;
/** What a usual search asks for. */
const LIMIT = 50;

export interface AskedNeighbours {
  baseId: string;
  vector: Float32Array;
  tag: string | undefined;
}

export interface FoundNeighbours {
  seqs: Set<number>;
  /** How the product chose to find them. */
  way: string;
  /** Of the statement alone. */
  ms: number;
}

export async function exactNeighbours(
  database: Database,
  { baseId, vector, tag }: AskedNeighbours,
): Promise<Set<number>> {
  const rows = await database.query<{ seq: number }>(
    `select v.seq from lexical_index i join passage_vector v on v.index_number = i.number
       join passage p using (index_number, seq) join passage_source s using (document_id)
     where i.base_id = $1 and ($3::text is null or s.tags @> array[$3::text])
     order by v.embedding <#> $2::text::vector limit ${NEAREST}`,
    [baseId, vectorLiteral(vector), tag],
  );
  return new Set(rows.map(({ seq }) => seq));
}

export async function neighboursBySearch(database: Database, asked: AskedNeighbours): Promise<FoundNeighbours> {
  const filter = asked.tag === undefined ? undefined : { tags: [asked.tag], condition: undefined };
  const request = { baseIds: [asked.baseId], knownVersions: [null], rows: [], filter, withVectors: true };
  const [index] = (await new PostingReadingQueries(database).readPostings(request)).indexes;
  const space = index?.vectors?.space;
  if (!index || !space) throw new Error('The base has no vectors.');
  const passages = (index.segments ?? []).reduce((sum, { passageCount }) => sum + passageCount, 0);
  const way = wayOf(space, [{ number: index.number, passages, allowed: index.allowed }], LIMIT);
  const vector = vectorLiteral(asked.vector);
  const startedMs = performance.now();
  const { rows } = await new PassageSearchQueries(database).findNearest({
    indexNumbers: [index.number],
    addresses: [],
    channels: [{ space: space.number, extent: space, indexNumbers: [index.number], vector, way }],
    filter,
    hidden: [],
    limit: LIMIT,
  });
  const ms = performance.now() - startedMs;
  const nearest = rows.sort((a, b) => (b.cosine ?? 0) - (a.cosine ?? 0)).slice(0, NEAREST);
  return { seqs: new Set(nearest.map(({ seq }) => seq)), way: way.kind, ms };
}

export async function nearestIndexOf(database: Database): Promise<string> {
  const [row] = await database.query<{ text: string | null }>(
    `select string_agg(format('%s, %s, %s scans', indexrelname, pg_size_pretty(pg_relation_size(indexrelid)), idx_scan),
       '; ') as text
     from pg_stat_user_indexes where indexrelname like 'passage\\_vector\\_space%'`,
  );
  return row?.text ?? 'no index of nearest vectors';
}
