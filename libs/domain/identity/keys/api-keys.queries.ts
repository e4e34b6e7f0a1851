import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { isUuid } from '#kernel';

@Injectable()
export class ApiKeysQueries {
  constructor(private readonly database: Database) {}

  /** By bot_pkey. */
  async areBotsOf(teamId: string, botIds: readonly string[]): Promise<boolean> {
    if (botIds.length === 0) return true;
    if (!botIds.every(isUuid)) return false;
    const found = await this.database.query('select from bot where id = any($2::uuid[]) and team_id = $1', [
      teamId,
      botIds,
    ]);
    return found.length === botIds.length;
  }

  /** Another text for the key. By api_key_pkey. */
  async replaceHash(keyId: string, hash: Buffer, hint: string): Promise<void> {
    await this.database.execute('update api_key set hash = $2, hint = $3 where id = $1', [keyId, hash, hint]);
  }

  async addFormer(keyId: string, hash: Buffer, worksUntil: Date): Promise<void> {
    await this.database.execute('insert into api_key_former_hash (hash, key_id, works_until) values ($2, $1, $3)', [
      keyId,
      hash,
      worksUntil,
    ]);
  }

  /** By api_key_former_hash_key_id_idx. */
  async deleteFormer(keyId: string): Promise<void> {
    await this.database.execute('delete from api_key_former_hash where key_id = $1', [keyId]);
  }

  /** By api_key_former_hash_works_until_idx. */
  async pruneFormer(before: Date): Promise<void> {
    await this.database.execute('delete from api_key_former_hash where works_until < $1', [before]);
  }
}
