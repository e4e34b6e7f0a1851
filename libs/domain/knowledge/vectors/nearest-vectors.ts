/** The statement that finds the nearest vectors of one channel, `index_number` and `seq`; see `nearest-way`. */
import type { AddParameter } from '../metadata-conditions';
import { type PassageFilter, passageConditions } from '../passage-filter';
import type { NearestWay } from './nearest-way';

export interface NearestChannel {
  /** A number of ours, never given from outside. */
  space: number;
  way: NearestWay;
  /** Parameters of the statement, with their types. */
  indexNumbers: string;
  vector: string;
  limit: string;
}

/** pgvector walks on beyond the nearest `ef_search` while the filter leaves too few (0.8 and later). */
const MIN_EF_SEARCH = 120;
const MAX_EF_SEARCH = 1_000;
/** Vectors that one walk may come by; when it ends without enough, all are compared. */
const MAX_WALKED = 40_000;
/** Memory of a walk, in units of `work_mem`, 4 MB unless the operator says otherwise. */
const MEMORY_OF_WALK = 8;

/** An index that was made for one space and its dimensions. Half precision takes half the memory, and finds the same. */
export function nearestIndexName(space: number): string {
  return `passage_vector_space_${space}_idx`;
}

export function nearestIndexColumns(space: number, dimensions: number): string {
  return `using hnsw ((embedding::halfvec(${dimensions})) halfvec_ip_ops) where space = ${space}`;
}

/** @param shown a condition on the passage of `v`, with its `and`; empty for all */
export function nearestStatement(
  channel: NearestChannel,
  filter: PassageFilter | undefined,
  shown: string,
  add: AddParameter,
  limit: number,
): string {
  const { way } = channel;
  if (way.kind === 'walked') return walked(channel, way.dimensions, filter, shown, add, limit);
  if (way.kind === 'chosen') return chosen(channel, way.addresses, shown, add);
  return compared(channel, filter, shown, add);
}

/** Every vector of the bases, by passage_vector_pkey. */
function compared(
  { space, indexNumbers, vector, limit }: NearestChannel,
  filter: PassageFilter | undefined,
  shown: string,
  add: AddParameter,
): string {
  const joined = filter ? 'join passage p using (index_number, seq) join passage_source s using (document_id)' : '';
  const conditions = filter ? passageConditions(filter, add).map((condition) => `and ${condition}`) : [];
  return `select v.index_number, v.seq from passage_vector v ${joined}
    where v.index_number = any (${indexNumbers}) and v.space = ${space} ${conditions.join(' ')} ${shown}
    order by v.embedding <#> ${vector}::vector limit ${limit}`;
}

/** By passage_vector_pkey, each by itself. */
function chosen(
  { space, indexNumbers, vector, limit }: NearestChannel,
  addresses: Extract<NearestWay, { kind: 'chosen' }>['addresses'],
  shown: string,
  add: AddParameter,
): string {
  const numbers = add(addresses.flatMap(({ indexNumber, seqs }) => seqs.map(() => indexNumber)));
  const seqs = add(addresses.flatMap((one) => one.seqs));
  return `select v.index_number, v.seq
    from unnest(${numbers}::int[], ${seqs}::int[]) as a (index_number, seq)
    join passage_vector v on v.index_number = a.index_number and v.seq = a.seq and v.space = ${space}
    where v.index_number = any (${indexNumbers}) ${shown} order by v.embedding <#> ${vector}::vector limit ${limit}`;
}

/**
 * By the index of the space. `is true` keeps the planner from looking by the base first, and a filter from being a join. The
 * settings hold for this statement; the lateral reference has them made before the walk begins.
 */
function walked(
  { space, indexNumbers, vector, limit }: NearestChannel,
  dimensions: number,
  filter: PassageFilter | undefined,
  shown: string,
  add: AddParameter,
  count: number,
): string {
  const passes = filter
    ? `and (exists (
        select from passage p join passage_source s using (document_id)
        where p.index_number = v.index_number and p.seq = v.seq and ${passageConditions(filter, add).join(' and ')}
      )) is true`
    : '';
  const efSearch = Math.min(MAX_EF_SEARCH, Math.max(MIN_EF_SEARCH, 2 * count));
  const settings = [
    ['hnsw.iterative_scan', 'relaxed_order'],
    ['hnsw.ef_search', efSearch],
    ['hnsw.max_scan_tuples', MAX_WALKED],
    ['hnsw.scan_mem_multiplier', MEMORY_OF_WALK],
  ].map(([name, value]) => `set_config('${name}', '${value}', true)`);
  return `select found.index_number, found.seq
    from (select concat(${settings.join(', ')}) as made offset 0) settings cross join lateral (
      select v.index_number, v.seq from passage_vector v
      where settings.made is not null and v.space = ${space} and (v.index_number = any (${indexNumbers})) is true
        ${passes} ${shown}
      order by v.embedding::halfvec(${dimensions}) <#> ${vector}::halfvec(${dimensions}) limit ${limit}
    ) found`;
}
