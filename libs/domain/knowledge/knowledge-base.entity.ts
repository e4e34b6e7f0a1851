import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BaseSettings, ChunkingSettings, KnowledgeBase, RetrievalMethod } from './knowledge.types';

class ChunkingColumns implements ChunkingSettings {
  @Column('integer', { name: 'chunk_max_tokens' })
  maxTokens: number;

  @Column('integer', { name: 'chunk_overlap_tokens' })
  overlapTokens: number;
}

class SettingsColumns implements BaseSettings {
  @Column('text', { name: 'retrieval_method' })
  retrievalMethod: RetrievalMethod;

  @Column('double precision', { name: 'relevance_threshold' })
  relevanceThreshold: number;

  @Column('integer', { name: 'max_results' })
  maxResults: number;

  @Column(() => ChunkingColumns, { prefix: false })
  chunking: ChunkingColumns;
}

@Entity('knowledge_base')
export class KnowledgeBaseEntity implements KnowledgeBase {
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

  @Column('boolean', { name: 'is_active' })
  isActive: boolean;

  @Column(() => SettingsColumns, { prefix: false })
  settings: SettingsColumns;

  @Column('integer', { name: 'embedding_model_id', nullable: true })
  embeddingModelId: number | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
