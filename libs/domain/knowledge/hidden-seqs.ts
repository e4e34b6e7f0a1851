/**
 * `hidden_seqs` of an index: sequence numbers that segments name and searches shall pass over, by the first of each range.
 * They are those of versions that wait to be revealed, and those of large documents that are gone: such a document can hold
 * all the best places of a query until a merge, and nothing would be found in them. Numbers never come again, so that an entry
 * that is out of date does no harm.
 */

/** A document of fewer passages leaves room for others among the candidates. */
const NOTED_PASSAGES = 32;
/** Every search reads them; bases from which so much was deleted are merged soon. */
const MAX_BYTES = 4_000;

/** What the column becomes when these are gone, a jsonb expression. */
export function withGone(gone: string): string {
  return `case when ${gone} is null or pg_column_size(coalesce(hidden_seqs, '{}'::jsonb)) > ${MAX_BYTES} then hidden_seqs
    else coalesce(hidden_seqs, '{}') || ${gone} end`;
}

/** An aggregate over rows that are gone. */
export const GONE_SEQS = `jsonb_object_agg(first_seq::text, passage_count) filter (where passage_count >= ${NOTED_PASSAGES})`;

/** What the column becomes when no segment of the index names passages that are gone. By passage_source_next_idx. */
export const WAITING_SEQS = `(
    select jsonb_object_agg(key, value) from jsonb_each(hidden_seqs) where key = any (array(
      select next_first_seq::text from passage_source s where s.index_number = number and s.next_first_seq is not null
    ))
  )`;
