import { Injectable } from '@nestjs/common';
import { LookupCache } from '#infra/caching';
import { Notices } from '#infra/notices';
import { Clock, SECOND_MS } from '#kernel';
import { botGone, userChanged } from '../identity.notices';
import { ActorsQueries } from './actors.queries';
import type { KnownBotKey, KnownKey, KnownLogin, KnownPublicKey } from './actors.types';

/**
 * `ttlMs` is how long a process that a notice did not reach still accepts what was taken away. 10,000 entries are about
 * 5 MB.
 */
const LIMITS = { ttlMs: 5 * SECOND_MS, maxFound: 10_000, maxMissing: 1_000 };

/** Whose login or key it is, remembered for seconds so that a request costs no round trip to the database. */
@Injectable()
export class Principals {
  private readonly logins: LookupCache<KnownLogin>;
  private readonly keys: LookupCache<KnownKey>;
  private readonly botKeys: LookupCache<KnownBotKey>;
  private readonly publicKeys: LookupCache<KnownPublicKey>;

  constructor(
    private readonly queries: ActorsQueries,
    private readonly notices: Notices,
    clock: Clock,
  ) {
    this.logins = new LookupCache(clock, LIMITS);
    this.keys = new LookupCache(clock, LIMITS);
    this.botKeys = new LookupCache(clock, LIMITS);
    this.publicKeys = new LookupCache(clock, LIMITS);
    notices.on(userChanged, ({ userId }) => {
      this.forget(({ actor }) => actor.userId === userId);
      this.publicKeys.forget((known) => known.userId === userId);
    });
    notices.on(botGone, ({ botId }) => {
      this.botKeys.forget(({ actor }) => actor.botId === botId);
      this.publicKeys.forget(({ actor }) => actor.botId === botId);
    });
    notices.onGap(() => {
      this.forget(() => true);
      this.publicKeys.clear();
    });
  }

  /** Undefined when the login has ended or its user is disabled. */
  login(loginId: string): Promise<KnownLogin | undefined> {
    return this.logins.get(loginId, () => this.queries.findLogin(loginId));
  }

  /** Undefined when the key is unknown or revoked or its user disabled. */
  key(hash: Buffer): Promise<KnownKey | undefined> {
    return this.keys.get(hash.toString('base64'), () => this.queries.findKey(hash));
  }

  /** Undefined when the key is unknown, its bot is gone, or nobody of its team is active. */
  botKey(hash: Buffer): Promise<KnownBotKey | undefined> {
    return this.botKeys.get(hash.toString('base64'), () => this.queries.findBotKey(hash));
  }

  /** As `key`, of a public key. */
  publicKey(hash: Buffer): Promise<KnownPublicKey | undefined> {
    return this.publicKeys.get(hash.toString('base64'), () => this.queries.findPublicKey(hash));
  }

  publicKeyOfId(id: string): Promise<KnownPublicKey | undefined> {
    return this.publicKeys.get(id, () => this.queries.findPublicKeyById(id));
  }

  /**
   * To be called by whatever ends a login, revokes a key, disables a user or changes their role or plan: after the open
   * transaction's commit every process reads everything of that user anew. Outside of one it resolves when they were told.
   */
  forgetUser(userId: string): Promise<void> {
    return this.notices.publish(userChanged, { userId });
  }

  private forget(matches: (known: KnownLogin | KnownKey) => boolean): void {
    this.logins.forget(matches);
    this.keys.forget(matches);
    // Keys of bots belong to nobody: their plan may be another now, or the last active person gone.
    this.botKeys.clear();
  }
}
