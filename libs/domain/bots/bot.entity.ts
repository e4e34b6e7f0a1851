import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Bot, BotConfiguration, BotStatus } from './bots.types';

@Entity('bot')
export class BotEntity implements Bot {
  @PrimaryColumn('uuid')
  id: string;

  /** Given by the database. */
  @Column({ type: 'integer', insert: false, update: false })
  number: number;

  @Column('uuid', { name: 'team_id' })
  teamId: string;

  @Column('text')
  slug: string;

  /** Answers callers who name no bot. */
  @Column({ type: 'boolean', name: 'is_default', insert: false, update: false })
  isDefault: boolean;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  description: string | null;

  @Column('text')
  engine: string;

  @Column('jsonb')
  configuration: BotConfiguration;

  @Column('text')
  status: BotStatus;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
