import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Scope } from '#kernel';
import type { ApiKey, KeyType } from '../identity.types';

/** Never given out as it is: it holds the key's hash. */
@Entity('api_key')
export class ApiKeyEntity implements ApiKey {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'team_id' })
  teamId: string;

  /** Who made it. A disabled user's keys are refused. */
  @Column('uuid', { name: 'user_id' })
  userId: string;

  @Column('text')
  type: KeyType;

  /** Of a public key: the bot that it opens. */
  @Column('uuid', { name: 'bot_id', nullable: true })
  botId: string | null;

  /** The only bots that a secret key is for. */
  @Column('uuid', { array: true, name: 'bot_ids', nullable: true })
  botIds: string[] | null;

  @Column('text', { array: true, name: 'allowed_origins' })
  allowedOrigins: string[];

  /** Of a public key: its text. */
  @Column('text', { name: 'public_text', nullable: true })
  publicText: string | null;

  @Column('text')
  name: string;

  /** SHA-256 of the key, unique. */
  @Column('bytea')
  hash: Buffer;

  @Column('text')
  hint: string;

  @Column('text', { array: true })
  scopes: Scope[];

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt: Date | null;

  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt: Date | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;
}
