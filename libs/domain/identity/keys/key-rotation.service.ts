import { Injectable } from '@nestjs/common';
import { AuditLog } from '#domain/audit';
import { Database } from '#infra/database';
import { Clock, DAY_MS, SECOND_MS, type UserActor } from '#kernel';
import { Principals } from '../actors/principals';
import { identityErrors } from '../identity.errors';
import type { ApiKey } from '../identity.types';
import { hashOfToken } from '../opaque-tokens';
import { ApiKeysQueries } from './api-keys.queries';
import { ApiKeys, subjectOf, toApiKey } from './api-keys.service';
import { hintOf, newSecretKey } from './key-text';

export const MAX_GRACE_MS = 7 * DAY_MS;

export interface RotatedKey {
  key: ApiKey;
  /** The new text, which is in this answer and nowhere else. */
  apiKey: string;
  /** Null: the text before works no more. */
  formerWorksUntil: Date | null;
}

/** Another text for a key that stays the same in all else. Only people may: the callers see to that. */
@Injectable()
export class KeyRotation {
  constructor(
    private readonly keys: ApiKeys,
    private readonly queries: ApiKeysQueries,
    private readonly principals: Principals,
    private readonly auditLog: AuditLog,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Without a time of grace every earlier text stops at once, those of earlier rotations included.
   *
   * @throws `identity.key_not_found`, `identity.public_key_not_rotated`
   */
  rotate(actor: UserActor, keyId: string, graceMs: number): Promise<RotatedKey> {
    return this.database.transaction(async () => {
      const before = await this.keys.hold(actor, keyId);
      if (before.type === 'public') throw identityErrors.public_key_not_rotated();
      const apiKey = newSecretKey();
      const formerWorksUntil = graceMs === 0 ? null : new Date(this.clock.nowMs() + graceMs);
      if (formerWorksUntil) await this.queries.addFormer(keyId, before.hash, formerWorksUntil);
      else await this.queries.deleteFormer(keyId);
      await this.queries.replaceHash(keyId, hashOfToken(apiKey), hintOf(apiKey));
      await this.principals.forgetUser(before.userId);
      const details = { graceSeconds: graceMs / SECOND_MS };
      await this.auditLog.record(actor, { act: 'key.rotated', subject: subjectOf(before), details });
      return { key: { ...toApiKey(before), hint: hintOf(apiKey) }, apiKey, formerWorksUntil };
    });
  }
}
