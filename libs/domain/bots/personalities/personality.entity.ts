import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Personality, Traits } from './personalities.types';

@Entity('personality')
export class PersonalityEntity implements Personality {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'team_id' })
  teamId: string;

  @Column('uuid', { name: 'bot_id' })
  botId: string;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  description: string | null;

  @Column('jsonb')
  traits: Traits;

  @Column('text', { nullable: true })
  tone: string | null;

  @Column('text', { name: 'language_style', nullable: true })
  languageStyle: string | null;

  @Column({ type: 'boolean', name: 'is_default' })
  isDefault: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
