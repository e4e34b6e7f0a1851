import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { Execution, KeyedRequest } from './idempotent-requests.types';

export interface Claim extends KeyedRequest, Execution {
  now: Date;
  leasedUntil: Date;
  /** Requests of then and before are forgotten. */
  forgottenBefore: Date;
}

export interface IdempotentRequestRow extends Execution {
  targetDigest: Buffer;
  bodyDigest: Buffer | null;
  settledAt: Date | null;
  answer: Buffer | null;
}

const COLUMNS = `id, claim_id as "claimId", target_digest as "targetDigest", body_digest as "bodyDigest",
  settled_at as "settledAt", answer`;

@Injectable()
export class IdempotentRequestQueries {
  constructor(private readonly database: Database) {}

  /**
   * Takes what nobody has, what is forgotten, and the same request whose process no longer says that it lives; else gives
   * what is there. Undefined in the moment in which another process takes it. By
   * idempotent_request_team_id_principal_key_key.
   */
  async claim(claim: Claim): Promise<IdempotentRequestRow | undefined> {
    const [row] = await this.database.query<IdempotentRequestRow>(
      `with claimed as (
         insert into idempotent_request as held
           (team_id, principal, key, id, claim_id, target_digest, body_digest, created_at, leased_until)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (team_id, principal, key) do update set
           id = case when held.created_at <= $10 then excluded.id else held.id end,
           created_at = case when held.created_at <= $10 then excluded.created_at else held.created_at end,
           claim_id = excluded.claim_id, leased_until = excluded.leased_until, settled_at = null, answer = null,
           target_digest = excluded.target_digest, body_digest = excluded.body_digest
         where held.created_at <= $10
           or (held.settled_at is null and held.leased_until <= $8 and held.target_digest = excluded.target_digest
             and (held.body_digest is null or excluded.body_digest is null or held.body_digest = excluded.body_digest))
         returning ${COLUMNS}
       )
       select * from claimed
       union all
       select ${COLUMNS} from idempotent_request
       where team_id = $1 and principal = $2 and key = $3 and not exists (select from claimed)`,
      [
        claim.teamId,
        claim.principal,
        claim.key,
        claim.id,
        claim.claimId,
        claim.targetDigest,
        claim.bodyDigest ?? null,
        claim.now,
        claim.leasedUntil,
        claim.forgottenBefore,
      ],
    );
    return row;
  }

  /** By the primary key. False when another process has taken it meanwhile. */
  async settle(
    { id, claimId }: Execution,
    { bodyDigest, answer, at }: { bodyDigest: Buffer; answer: Buffer | null; at: Date },
  ): Promise<boolean> {
    const changed = await this.database.execute(
      `update idempotent_request set settled_at = $3, answer = $4, body_digest = $5 where id = $1 and claim_id = $2`,
      [id, claimId, at, answer, bodyDigest],
    );
    return changed === 1;
  }

  /** By the primary key. */
  async forget({ id, claimId }: Execution): Promise<void> {
    await this.database.execute(
      'delete from idempotent_request where id = $1 and claim_id = $2 and settled_at is null',
      [id, claimId],
    );
  }

  /** Another claim may follow at once. By the primary key. */
  async giveUp({ id, claimId }: Execution, at: Date): Promise<void> {
    await this.database.execute(
      'update idempotent_request set leased_until = $3 where id = $1 and claim_id = $2 and settled_at is null',
      [id, claimId, at],
    );
  }

  /** By the primary key. */
  async keep(executions: readonly Execution[], leasedUntil: Date): Promise<void> {
    await this.database.execute(
      `update idempotent_request r set leased_until = $3
       from unnest($1::uuid[], $2::uuid[]) held (id, claim_id) where r.id = held.id and r.claim_id = held.claim_id`,
      [executions.map(({ id }) => id), executions.map(({ claimId }) => claimId), leasedUntil],
    );
  }

  /** By idempotent_request_created_at_idx. */
  deleteBefore(at: Date, maxRows: number): Promise<number> {
    return this.database.execute(
      `delete from idempotent_request where id = any (array(
         select id from idempotent_request where created_at <= $1 order by created_at limit $2))`,
      [at, maxRows],
    );
  }
}
