import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Never given out: it holds the key's hash. */
@Entity('bot_key')
export class BotKeyEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'team_id' })
  teamId: string;

  @Column('uuid', { name: 'bot_id' })
  botId: string;

  /** SHA-256 of the key, unique. */
  @Column('bytea')
  hash: Buffer;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
