/**
 * Passages of one document that follow each other are read in their order: the second half of a procedure says little before the
 * first. Each keeps its own number, by which it is cited.
 */
import type { LlmPassage } from '#providers/llm';

/** @param passages best first; a run of neighbours takes the place of the best of them */
export function inReadingOrder(passages: readonly LlmPassage[]): LlmPassage[] {
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  const ordered = new Set<LlmPassage>();
  for (const passage of passages) {
    if (ordered.has(passage)) continue;
    for (const one of runAround(passage, byId)) ordered.add(one);
  }
  return [...ordered];
}

function runAround(passage: LlmPassage, byId: ReadonlyMap<string, LlmPassage>): LlmPassage[] {
  const run = [passage];
  for (let one = neighbourOf(passage, -1, byId); one; one = neighbourOf(one, -1, byId)) run.unshift(one);
  for (let one = neighbourOf(passage, 1, byId); one; one = neighbourOf(one, 1, byId)) run.push(one);
  return run;
}

/** Ids are `<documentId>:<position>`. */
function neighbourOf({ id }: LlmPassage, step: number, byId: ReadonlyMap<string, LlmPassage>): LlmPassage | undefined {
  const [, document, position] = /^(.+):(\d+)$/.exec(id) ?? [];
  return document === undefined ? undefined : byId.get(`${document}:${Number(position) + step}`);
}
