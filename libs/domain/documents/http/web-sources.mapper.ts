import type { CreateWebSource, WebPage, WebSource } from '../web/web-sources.types';
import type { CreateWebSourceDto, WebPageDto, WebSourceDto } from './web-sources.dto';

export function toNewSource({ knowledgeBaseId, ...input }: CreateWebSourceDto): CreateWebSource {
  return { ...input, ...(knowledgeBaseId === undefined ? {} : { baseId: knowledgeBaseId }) };
}

export function toWebSource({ teamId: _, botId, baseId, state, ...source }: WebSource): WebSourceDto {
  return {
    ...source,
    chatbotId: botId,
    knowledgeBaseId: baseId,
    status: state,
    nextSyncAt: source.nextSyncAt?.toISOString() ?? null,
    syncStartedAt: source.syncStartedAt?.toISOString() ?? null,
    syncEndedAt: source.syncEndedAt?.toISOString() ?? null,
    createdAt: source.createdAt.toISOString(),
    updatedAt: source.updatedAt.toISOString(),
  };
}

export function toWebPage({ outcome, documentState, fetchedAt, changedAt, ...page }: WebPage): WebPageDto {
  return {
    ...page,
    status: outcome ?? 'waiting',
    documentStatus: documentState,
    lastFetchedAt: fetchedAt?.toISOString() ?? null,
    lastChangedAt: changedAt?.toISOString() ?? null,
  };
}
