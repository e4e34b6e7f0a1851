import { Injectable } from '@nestjs/common';
import { botChanged } from '#domain/bots';
import { LookupCache } from '#infra/caching';
import { Database } from '#infra/database';
import { Notices } from '#infra/notices';
import { type Actor, Clock, isUuid, SECOND_MS } from '#kernel';
import { knowledgeErrors } from './knowledge.errors';
import { basesChanged } from './knowledge.notices';
import type { KnowledgeBase } from './knowledge.types';
import { KnowledgeBaseEntity } from './knowledge-base.entity';

/**
 * Changes are told at once by notices; the time is for those that get lost. That a base is missing is not remembered: whoever
 * has made it in one process may ask another for it before the notice is there.
 */
const LIMITS = { ttlMs: 5 * SECOND_MS, maxFound: 10_000, maxMissing: 0 };

/** Bases for whoever searches them by name: a search asks no database for its base. A change may be seen some milliseconds late. */
@Injectable()
export class BaseLookup {
  private readonly byId: LookupCache<Readonly<KnowledgeBase>>;

  constructor(
    private readonly database: Database,
    notices: Notices,
    clock: Clock,
  ) {
    this.byId = new LookupCache(clock, LIMITS);
    notices.on(basesChanged, ({ botId }) => this.byId.forget((base) => base.botId === botId));
    notices.on(botChanged, ({ botId }) => this.byId.forget((base) => base.botId === botId));
    notices.onGap(() => this.byId.clear());
  }

  /** As `KnowledgeBasesService.get`. @throws `knowledge.base_not_found` */
  async get({ teamId }: Actor, baseId: string): Promise<Readonly<KnowledgeBase>> {
    const base = isUuid(baseId) ? await this.byId.get(baseId, () => this.read(baseId)) : undefined;
    if (base?.teamId !== teamId) throw knowledgeErrors.base_not_found();
    return base;
  }

  /** By knowledge_base_pkey. */
  private async read(id: string): Promise<Readonly<KnowledgeBase> | undefined> {
    const base = await this.database.repository(KnowledgeBaseEntity).findOneBy({ id });
    return base ? Object.freeze(base) : undefined;
  }
}
