import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Document, DocumentKind } from './documents.types';

@Entity('document')
export class DocumentEntity implements Document {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'team_id' })
  teamId: string;

  @Column('uuid', { name: 'base_id' })
  baseId: string;

  @Column('text')
  kind: DocumentKind;

  @Column('text')
  title: string;

  @Column('text')
  content: string;

  @Column('text', { array: true })
  tags: string[];

  @Column('jsonb')
  metadata: Record<string, unknown>;

  @Column('text', { name: 'given_language', nullable: true })
  language: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
