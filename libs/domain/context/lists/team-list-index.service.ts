import { Injectable } from '@nestjs/common';
import { LookupCache } from '#infra/caching';
import { Notices } from '#infra/notices';
import { Clock, SECOND_MS } from '#kernel';
import { entityListsChanged } from '../context.notices';
import { EntityListQueries } from './entity-lists.queries';
import type { ListEntry } from './entity-lists.types';
import { ListIndex } from './list-index';

/** Changes are told at once by notices; the time is for those that get lost. An index of full lists takes some megabytes. */
const REMEMBERED = { ttlMs: 60 * SECOND_MS, maxFound: 100, maxMissing: 50_000 };

/** The lists of each team, ready to be looked for in texts. A team without one costs a turn no query. */
@Injectable()
export class TeamListIndex {
  private readonly indexes: LookupCache<ListIndex>;

  constructor(
    private readonly queries: EntityListQueries,
    notices: Notices,
    clock: Clock,
  ) {
    this.indexes = new LookupCache(clock, REMEMBERED);
    notices.on(entityListsChanged, ({ teamId }) => this.indexes.forgetKey(teamId));
    notices.onGap(() => this.indexes.clear());
  }

  /** Undefined when the team has no lists. */
  of(teamId: string): Promise<ListIndex | undefined> {
    return this.indexes.get(teamId, async () => indexOf(await this.queries.entriesOf(teamId)));
  }
}

function indexOf(lists: readonly { type: string; entries: readonly ListEntry[] }[]): ListIndex | undefined {
  if (lists.length === 0) return undefined;
  const index = new ListIndex();
  // Values of all lists before synonyms of any: what is called so goes before what is also called so.
  for (const { type, entries } of lists) for (const { value } of entries) index.add(value, { type, value });
  for (const { type, entries } of lists)
    for (const { value, synonyms } of entries) for (const name of synonyms) index.add(name, { type, value });
  return index;
}
