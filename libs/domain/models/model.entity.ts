import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Calibration } from './calibration/calibration.types';
import type { ModelCapabilities, ModelKind, ModelProvider, ModelSettings } from './models.types';

@Entity('model')
export class ModelEntity {
  @PrimaryGeneratedColumn('identity')
  id: number;

  /** Null: a preset. */
  @Column('uuid', { name: 'team_id', nullable: true })
  teamId: string | null;

  @Column('text')
  kind: ModelKind;

  @Column('text')
  provider: ModelProvider;

  @Column('text')
  name: string;

  @Column('text', { name: 'name_folded' })
  nameFolded: string;

  @Column('text')
  model: string;

  @Column('text', { name: 'base_url', nullable: true })
  baseUrl: string | null;

  /** Sealed for the team. */
  @Column('bytea', { nullable: true })
  credentials: Buffer | null;

  @Column('boolean', { name: 'is_trusted' })
  isTrusted: boolean;

  @Column('integer', { name: 'context_tokens', nullable: true })
  contextTokens: number | null;

  @Column('double precision', { name: 'input_price', nullable: true })
  inputPrice: number | null;

  @Column('double precision', { name: 'output_price', nullable: true })
  outputPrice: number | null;

  @Column('jsonb')
  capabilities: ModelCapabilities;

  @Column('jsonb')
  settings: ModelSettings;

  @Column('jsonb', { nullable: true })
  calibration: Calibration | null;

  @Column('integer')
  version: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
