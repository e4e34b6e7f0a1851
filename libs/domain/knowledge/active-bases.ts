import { Injectable } from '@nestjs/common';
import { LookupCache } from '#infra/caching';
import { Database } from '#infra/database';
import { Notices } from '#infra/notices';
import { Clock, SECOND_MS } from '#kernel';
import { basesChanged } from './knowledge.notices';
import type { KnowledgeBase } from './knowledge.types';
import { KnowledgeBaseEntity } from './knowledge-base.entity';

/** Changes are told at once by notices; the time is for those that get lost. */
const LIMITS = { ttlMs: 5 * SECOND_MS, maxFound: 10_000, maxMissing: 1 };

/** The bases that take part in a bot's replies: a chat turn asks no database for them. */
@Injectable()
export class ActiveBases {
  private readonly cache: LookupCache<readonly KnowledgeBase[]>;

  constructor(
    private readonly database: Database,
    notices: Notices,
    clock: Clock,
  ) {
    this.cache = new LookupCache(clock, LIMITS);
    notices.on(basesChanged, ({ botId }) => this.cache.forgetKey(botId));
    notices.onGap(() => this.cache.clear());
  }

  /** Oldest first; a change may be seen some milliseconds late. By knowledge_base_bot_id_idx. */
  async of(teamId: string, botId: string): Promise<readonly KnowledgeBase[]> {
    const bases = await this.cache.get(botId, () => this.read(botId));
    return bases?.filter((base) => base.teamId === teamId) ?? [];
  }

  private read(botId: string): Promise<readonly KnowledgeBase[]> {
    const bases = this.database.repository(KnowledgeBaseEntity);
    return bases.find({ where: { botId, isActive: true }, order: { id: 'asc' } });
  }
}
