/**
 * Who was there when. A **visit** is a quarter of an hour in which a user has said something; each knows the one before it.
 * How many different users a time had is then a sum: those whose visits in it come first in it. A visit after an absence
 * longer than the time always does, and one after a shorter absence does if the user was away when the time began, which
 * is how many had left before minus how many were back. So cells count returns (`returns_k`) and by how many more users are
 * away (`away_k`) for each kind k of absence, and only visits after an absence about as long as the time itself are looked
 * at one by one (figures/figures.queries.ts).
 */
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AWAY, QUARTER_MS, RETURNS } from './counters';
import type { Tally } from './tally';
import { type Visit, VisitQueries } from './visits.queries';

export interface SeenUser {
  teamId: string;
  botId: string;
  userRef: string;
  atMs: number;
}

/** Far below the 2,704 bytes that an index of PostgreSQL takes, whatever the script. */
const MAX_KEY_LENGTH = 200;

export function userKeyOf(userRef: string): string {
  return userRef.length <= MAX_KEY_LENGTH ? userRef : createHash('sha256').update(userRef).digest('hex');
}

@Injectable()
export class Visits {
  constructor(private readonly queries: VisitQueries) {}

  /** Notes who was there, and tells the tally what is new of it. The bots are locked. */
  async note(tally: Tally, seen: readonly SeenUser[]): Promise<void> {
    const users = new Map(
      seen.map(({ teamId, botId, userRef }) => {
        const userKey = userKeyOf(userRef);
        return [`${botId} ${userKey}`, { teamId, botId, userKey }];
      }),
    );
    if (users.size === 0) return;
    const ids = await this.queries.usersOf([...users.values()]);
    const idOf = new Map([...users.keys()].map((key, at) => [key, ids[at]!]));
    const visits = seen.map(({ botId, userRef, atMs }) => ({
      userId: idOf.get(`${botId} ${userKeyOf(userRef)}`)!,
      botId,
      at: new Date(Math.floor(atMs / QUARTER_MS) * QUARTER_MS),
    }));
    const added = await this.queries.add(visits);
    if (added.length === 0) return;
    for (const { before, ...visit } of await this.queries.link(added)) {
      if (before) tallyVisit(tally, { ...visit, ...before }, -1);
      tallyVisit(tally, visit, 1);
    }
  }

  /** Gives how many rows are gone. The bots are locked. */
  async forget(tally: Tally, teamId: string, botId: string | undefined, userRef: string): Promise<number> {
    const { visits, rows } = await this.queries.remove(teamId, botId, userKeyOf(userRef));
    for (const visit of visits) tallyVisit(tally, visit, -1);
    return rows;
  }

  /** What is known of a user, of each bot. */
  export(teamId: string, botId: string | undefined, userRef: string) {
    return this.queries.visitsOf(teamId, botId, userKeyOf(userRef));
  }
}

function tallyVisit(tally: Tally, { botId, at, previousAt, absence }: Visit, sign: 1 | -1): void {
  if (previousAt === null || absence === null) {
    tally.add(botId, at.getTime(), { first_visits: sign });
    return;
  }
  tally.add(botId, at.getTime(), { [RETURNS[absence]!]: sign, [AWAY[absence]!]: -sign });
  tally.add(botId, previousAt.getTime(), { [AWAY[absence]!]: sign });
}
