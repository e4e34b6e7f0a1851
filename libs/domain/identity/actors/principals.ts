import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { Clock, SECOND_MS } from '#kernel';
import { ActorsQueries } from './actors.queries';
import type { KnownKey, KnownLogin } from './actors.types';
import { LookupCache } from './lookup-cache';

/** `ttlMs` is how long other processes still accept what was taken away in this one. 10,000 entries are about 5 MB. */
const LIMITS = { ttlMs: 5 * SECOND_MS, maxFound: 10_000, maxMissing: 1_000 };

/** Whose login or key it is, remembered for seconds so that a request costs no round trip to the database. */
@Injectable()
export class Principals {
  private readonly logins: LookupCache<KnownLogin>;
  private readonly keys: LookupCache<KnownKey>;

  constructor(
    private readonly queries: ActorsQueries,
    private readonly database: Database,
    clock: Clock,
  ) {
    this.logins = new LookupCache(clock, LIMITS);
    this.keys = new LookupCache(clock, LIMITS);
  }

  /** Undefined when the login has ended or its user is disabled. */
  login(loginId: string): Promise<KnownLogin | undefined> {
    return this.logins.get(loginId, () => this.queries.findLogin(loginId));
  }

  /** Undefined when the key is unknown or revoked or its user disabled. */
  key(hash: Buffer): Promise<KnownKey | undefined> {
    return this.keys.get(hash.toString('base64'), () => this.queries.findKey(hash));
  }

  /**
   * To be called by whatever ends a login, revokes a key, disables a user or changes their role or plan: after the open
   * transaction's commit, everything of that user is read anew.
   */
  forgetUser(userId: string): void {
    this.database.afterCommit(() => {
      this.logins.forget(({ actor }) => actor.userId === userId);
      this.keys.forget(({ actor }) => actor.userId === userId);
    });
  }
}
