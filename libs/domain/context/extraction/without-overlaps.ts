import type { FoundEntity } from '../turns/turn-context.types';

/** The end of a message that names thousands of things is a table. */
const MAX_ENTITIES = 100;

/** Of entities that share characters the longer and more certain one stays. In the order of the text. */
export function withoutOverlaps(text: string, found: readonly FoundEntity[]): FoundEntity[] {
  const isTaken = new Uint8Array(text.length);
  const kept = found
    .filter(({ start, end }) => start < end)
    .sort((a, b) => weight(b) - weight(a) || a.start - b.start)
    .filter(({ start, end }) => {
      if (isTaken[start] || isTaken[end - 1] || isTaken.subarray(start, end).includes(1)) return false;
      isTaken.fill(1, start, end);
      return true;
    });
  return kept.sort((a, b) => a.start - b.start).slice(0, MAX_ENTITIES);
}

function weight({ start, end, confidence }: FoundEntity): number {
  return (end - start) * confidence;
}
