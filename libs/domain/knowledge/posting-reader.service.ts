/** Finds the postings of a query; see PostingReading for what makes them complete. */
import { Injectable } from '@nestjs/common';
import { Config } from '#infra/config';
import { PostingCache } from './posting-cache';
import { type FoundPostings, type PostingQuery, PostingReading } from './posting-reading';
import { PostingReadingQueries } from './posting-reading.queries';
import { SegmentCatalog } from './segment-catalog';

/** The second succeeds unless a writer changed the bases between the two. */
const MAX_ATTEMPTS = 5;

/** One for a process: it holds what is kept from search to search. */
@Injectable()
export class PostingReader {
  private readonly catalog = new SegmentCatalog();
  private readonly cache: PostingCache;

  constructor(
    private readonly queries: PostingReadingQueries,
    config: Config,
  ) {
    this.cache = new PostingCache(config.search.cacheBytes);
  }

  /** Undefined when the database has to be asked. Whoever takes it confirms the states of its indexes. */
  recall(query: PostingQuery): FoundPostings | undefined {
    const reading = new PostingReading(query, this.queries, this.catalog, this.cache);
    return reading.recall() ? reading.result() : undefined;
  }

  /** Undefined when writers have changed the bases again and again. */
  async read(query: PostingQuery): Promise<FoundPostings | undefined> {
    const reading = new PostingReading(query, this.queries, this.catalog, this.cache);
    return (await reading.run(MAX_ATTEMPTS)) ? reading.result() : undefined;
  }
}
