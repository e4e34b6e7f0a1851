import type { TeamDocument, Upload } from '#domain/documents';
import { EnumField, IntegerField, TextField } from '#infra/http';
import { documentUri } from '../resources/resource-uris';

const STATUSES = ['queued', 'running', 'ready', 'failed', 'cancelled'] as const;
const STAGES = ['reading', 'splitting', 'indexing'] as const;

export class DocumentStatus {
  @TextField('Its id.')
  document_id: string;

  @TextField('The resource by which it is read.')
  uri: string;

  @TextField('What it is about.')
  title: string;

  @TextField('The knowledge base that holds it.')
  knowledge_base_id: string;

  @TextField('The bot that the knowledge base belongs to.')
  bot_id: string;

  @EnumField('Searches and answers find it once it is ready.', STATUSES)
  status: (typeof STATUSES)[number];

  @EnumField('What is done with it just now; what it failed at, when it has failed.', STAGES, { nullable: true })
  stage: (typeof STAGES)[number] | null;

  @IntegerField('Percentage that is done.', { min: 0, max: 100 })
  progress: number;

  @TextField('Why it has failed.', { nullable: true })
  error: string | null;
}

export function toDocumentStatus(document: TeamDocument | Upload): DocumentStatus {
  const { id, title, baseId, botId, state, stage, progress, error } = document;
  return {
    document_id: id,
    uri: documentUri(id),
    title,
    knowledge_base_id: baseId,
    bot_id: botId,
    status: state,
    stage,
    progress,
    error: error?.message ?? null,
  };
}

export function textOfStatus({ document_id: id, title, status, stage, progress, error }: DocumentStatus): string {
  const doing = status === 'running' && stage !== null ? `${stage}, ${progress} %` : '';
  const about = error ?? doing;
  return `Document ${id} (${title}) is ${status}${about === '' ? '.' : `: ${about}`}`;
}
