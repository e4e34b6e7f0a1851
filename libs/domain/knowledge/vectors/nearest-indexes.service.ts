/**
 * Sees to it that the spaces of vectors in which searches choose from many have an index of the nearest (HNSW), and no
 * others: it costs memory, and every write. Searches use it from the moment when it is whole.
 */
import { Injectable, Logger } from '@nestjs/common';
import { NearestIndexesQueries, type SpaceState } from './nearest-indexes.queries';
import { isWalkShorter } from './nearest-way';

/** Candidates of a usual search. */
const USUAL_LIMIT = 50;
/** What pgvector can index of half precision. */
const MAX_DIMENSIONS = 4_000;
/** An index goes when it would not be made for so many times as many passages. */
const KEPT_FACTOR = 2;
/** Of the graph beside the vectors, for each of them, with 16 neighbours a layer. */
const GRAPH_BYTES = 400;
const BYTES_PER_DIMENSION = 2;
const MIN_MEMORY_MB = 64;
/** A larger graph is finished on disk. */
const MAX_MEMORY_MB = 1_024;

type IndexableSpace = SpaceState & { dimensions: number };

@Injectable()
export class NearestIndexes {
  private readonly logger = new Logger(NearestIndexes.name);

  constructor(private readonly queries: NearestIndexesQueries) {}

  /** Run at once with itself it has the effect of one run. */
  async tend(signal: AbortSignal): Promise<void> {
    if (!(await this.queries.canWalk())) return;
    for (const space of await this.queries.countSpaces()) {
      signal.throwIfAborted();
      if (isIndexable(space) && isWorthIt(space, 1)) await this.ensure(space, signal);
      else if (space.isValid !== undefined && !isWorthIt(space, KEPT_FACTOR)) await this.drop(space, signal);
    }
  }

  private async ensure(space: IndexableSpace, signal: AbortSignal): Promise<void> {
    const { number, passages } = space;
    if (space.isValid !== true) {
      this.logger.log(`An index of the nearest vectors of space ${number} is being made: ${passages} passages.`);
      if (!(await this.create(space, signal))) return;
      this.logger.log(`The index of the nearest vectors of space ${number} is whole.`);
    }
    if (!space.isIndexed || space.isValid !== true) await this.queries.tell(number, true);
  }

  /** Parallel workers share their memory where not every container has any. */
  private async create(space: IndexableSpace, signal: AbortSignal): Promise<boolean> {
    const memoryMb = memoryMbOf(space);
    try {
      return await this.queries.create(space, { memoryMb, inParallel: true }, signal);
    } catch (error) {
      signal.throwIfAborted();
      this.logger.warn({ message: 'The index could not be made in parallel; it is made again.', err: error });
      return this.queries.create(space, { memoryMb, inParallel: false }, signal);
    }
  }

  private async drop({ number, isIndexed }: SpaceState, signal: AbortSignal): Promise<void> {
    if (isIndexed) await this.queries.tell(number, false);
    await this.queries.drop(number, signal);
  }
}

function isIndexable(space: SpaceState): space is IndexableSpace {
  return space.dimensions !== null && space.dimensions <= MAX_DIMENSIONS;
}

/** Whether the largest search of the space would walk. */
function isWorthIt({ largest, passages }: SpaceState, factor: number): boolean {
  return isWalkShorter(largest * factor, passages, USUAL_LIMIT);
}

function memoryMbOf({ passages, dimensions }: IndexableSpace): number {
  const bytes = passages * (dimensions * BYTES_PER_DIMENSION + GRAPH_BYTES) * 1.2;
  return Math.min(MAX_MEMORY_MB, Math.max(MIN_MEMORY_MB, Math.ceil(bytes / 1_048_576)));
}
