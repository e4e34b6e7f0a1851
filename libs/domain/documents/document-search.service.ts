import { Injectable } from '@nestjs/common';
import {
  BaseLookup,
  type FoundPassage,
  PassageSearch,
  type RetrievalMethod,
  type SearchOutcome,
  type SearchShortfall,
} from '#domain/knowledge';
import type { Actor } from '#kernel';
import { DocumentsQueries } from './documents.queries';
import type {
  Document,
  DocumentHit,
  DocumentKind,
  DocumentSearchOutcome,
  DocumentSearchRequest,
} from './documents.types';

/** Shown as a whole. Of uploads, and of questions, which stand beside documents in a base, the best passage is what is shown. */
const SHOWN_AS_A_WHOLE: string = 'item' satisfies DocumentKind;

const NO_MODEL: SearchShortfall = {
  reason: 'vectors_missing',
  modelId: null,
  message: 'The knowledge base has no embedding model: it was searched by words alone.',
};

/** Finds the documents of one base, active or not. Shows the best, however weak: thresholds are for replies. */
@Injectable()
export class DocumentSearch {
  constructor(
    private readonly bases: BaseLookup,
    private readonly passages: PassageSearch,
    private readonly queries: DocumentsQueries,
  ) {}

  /** The hits of `find`. @throws as `find` */
  async search(actor: Actor, baseId: string, request: DocumentSearchRequest): Promise<DocumentHit[]> {
    return (await this.find(actor, baseId, request)).hits;
  }

  /** Best first, each document once. @throws `knowledge.base_not_found`; `input.invalid` for a filter that is none */
  async find(actor: Actor, baseId: string, request: DocumentSearchRequest): Promise<DocumentSearchOutcome> {
    const { settings } = await this.bases.get(actor, baseId);
    const method = request.method ?? settings.retrievalMethod;
    const { passages, channels, shortfalls, explanation } = await this.bestPassages(baseId, request, method);
    const items = await this.itemsAmong(baseId, passages);
    const hits = passages.flatMap((passage) => {
      const { documentId, body, score, sourceType } = passage;
      // An item that was deleted at this moment is not there any more.
      const shown = sourceType === SHOWN_AS_A_WHOLE ? items.get(documentId) : shownByPassage(passage);
      return shown ? [{ document: shown, passage: body, score }] : [];
    });
    const isByWordsAlone = method !== 'keyword' && !channels.includes('vectors') && shortfalls.length === 0;
    const explain = { method, channels, shortfalls: isByWordsAlone ? [NO_MODEL] : shortfalls };
    return { hits, explain: explanation ? { ...explain, scoring: explanation } : explain };
  }

  private async itemsAmong(baseId: string, passages: readonly FoundPassage[]): Promise<Map<string, Document>> {
    const ids = passages
      .filter(({ sourceType }) => sourceType === SHOWN_AS_A_WHOLE)
      .map(({ documentId }) => documentId);
    const items = ids.length === 0 ? [] : await this.queries.findInBase(baseId, ids);
    return new Map(items.map((item) => [item.id, item]));
  }

  /** The best passage of each of the best documents, best first. */
  private async bestPassages(
    baseId: string,
    { query, tags, filter, limit, explain }: DocumentSearchRequest,
    method: RetrievalMethod,
  ): Promise<Omit<SearchOutcome, 'embeddingTokens'>> {
    const narrowed = { ...(tags ? { tags } : {}), ...(filter ? { filter } : {}), ...(explain ? { explain } : {}) };
    const request = { baseIds: [baseId], query, limit, perDocument: true, method, ...narrowed };
    if (method !== 'keyword') return this.passages.find(request);
    return { ...(await this.passages.findKeyword(request)), channels: ['words'], shortfalls: [] };
  }
}

/** Its title and tags are those of the document. */
function shownByPassage({ documentId: id, title, body, tags }: FoundPassage) {
  return { id, title, content: body, tags: [...tags] };
}
