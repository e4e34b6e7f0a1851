/**
 * What domains above know of their passages beyond the words that they say: a base's questions, for one, are learned by a
 * classifier. Who knows something registers with `PassageSearch.advisedBy`; a search without passages of that kind asks nobody.
 */
import type { PassageRow } from './passage-search.queries';

export interface JudgedPassage {
  baseId: string;
  documentId: string;
  title: string;
  body: string;
  /** Calibrated, of the words alone; 0 when it shares none with the query. */
  probability: number;
}

/** Gives for each passage what its words and what else is known of it make probable; undefined where nothing is known. */
export type PassageJudge = (query: string, passages: readonly JudgedPassage[]) => readonly (number | undefined)[];

export interface PassageAdviser {
  /** Kind of the sources whose passages it judges. */
  readonly sourceType: string;
  /** Undefined when it knows nothing of these bases. It does not reject. */
  judgeOf(baseIds: readonly string[]): Promise<PassageJudge | undefined>;
}

export interface PassageAdvice {
  sourceType: string;
  judge(passages: readonly JudgedPassage[]): readonly (number | undefined)[];
}

export async function adviceOn(
  advisers: readonly PassageAdviser[],
  { query, baseIds }: { query: string; baseIds: readonly string[] },
  rows: readonly PassageRow[],
): Promise<PassageAdvice[]> {
  const advice: PassageAdvice[] = [];
  for (const adviser of advisers) {
    const { sourceType } = adviser;
    if (!rows.some((row) => row.sourceType === sourceType)) continue;
    const judge = await adviser.judgeOf(baseIds);
    if (judge) advice.push({ sourceType, judge: (passages) => judge(query, passages) });
  }
  return advice;
}

/** By rank: what the words of a row make probable together with what its adviser knows. */
export function advisedRows(
  advice: readonly PassageAdvice[],
  rows: readonly PassageRow[],
  byWords: ReadonlyMap<number, number>,
  baseIds: ReadonlyMap<number, string>,
): ReadonlyMap<number, number> {
  const advised = new Map<number, number>();
  for (const { sourceType, judge } of advice) {
    const ranks = [...rows.keys()].filter((rank) => rows[rank]?.sourceType === sourceType);
    const judged = judge(
      ranks.map((rank) => {
        const { indexNumber, documentId, title, body } = rows[rank] as PassageRow;
        return { baseId: baseIds.get(indexNumber) ?? '', documentId, title, body, probability: byWords.get(rank) ?? 0 };
      }),
    );
    ranks.forEach((rank, at) => {
      const probability = judged[at];
      if (probability !== undefined) advised.set(rank, probability);
    });
  }
  return advised;
}
