import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { ApiKey } from '../identity.types';

export interface PublicKeyRow extends ApiKey {
  teamId: string;
  userId: string;
  botId: string;
  hash: Buffer;
  isDemo: boolean;
}

@Injectable()
export class WidgetKeysQueries {
  constructor(private readonly database: Database) {}

  /** False when the team has no such bot. By bot_pkey. */
  async insert(key: PublicKeyRow): Promise<boolean> {
    const inserted = await this.database.execute(
      `insert into api_key (id, team_id, user_id, type, bot_id, allowed_origins, public_text, is_demo, name, hash, hint, scopes,
         created_at, expires_at)
       select $1, $2, $3, 'public', id, $5::text[], $6, $7, $8, $9, $10, '{}', $11, $12
       from bot where id = $4 and team_id = $2::uuid for key share`,
      [
        key.id,
        key.teamId,
        key.userId,
        key.botId,
        key.allowedOrigins,
        key.publicText,
        key.isDemo,
        key.name,
        key.hash,
        key.hint,
        key.createdAt,
        key.expiresAt,
      ],
    );
    return inserted > 0;
  }

  /** By api_key_demo_key. */
  async findDemo(): Promise<{ apiKey: string; botId: string } | undefined> {
    const [row] = await this.database.query<{ apiKey: string; botId: string }>(
      `select public_text as "apiKey", bot_id as "botId" from api_key where is_demo and revoked_at is null`,
    );
    return row;
  }

  /** By api_key_demo_key. */
  async deleteDemo(): Promise<void> {
    await this.database.execute('delete from api_key where is_demo');
  }

  /** Whether a page of this origin may use any key of this installation. By api_key_allowed_origins_idx. */
  async isAllowedOrigin(origin: string): Promise<boolean> {
    const rows = await this.database.query(
      `select 1 from api_key where allowed_origins @> array[$1]::text[] and type = 'public' and revoked_at is null limit 1`,
      [origin],
    );
    return rows.length > 0;
  }
}
