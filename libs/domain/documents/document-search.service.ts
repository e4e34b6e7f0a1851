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

/** Passages of other kinds stand beside documents in a base. */
const KINDS: ReadonlySet<string> = new Set<DocumentKind>(['item', 'text', 'file']);

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
    const ids = passages.filter(({ sourceType }) => KINDS.has(sourceType)).map(({ documentId }) => documentId);
    const documents = ids.length === 0 ? [] : await this.queries.findInBase(baseId, ids);
    const byId = new Map(documents.map((document) => [document.id, document]));
    const hits = passages.flatMap((passage) => {
      const { documentId, body, score } = passage;
      const document = byId.get(documentId);
      const shown = document ? withText(document, body) : besideDocuments(passage);
      return shown ? [{ document: shown, passage: body, score }] : [];
    });
    const isByWordsAlone = method !== 'keyword' && !channels.includes('vectors') && shortfalls.length === 0;
    const explain = { method, channels, shortfalls: isByWordsAlone ? [NO_MODEL] : shortfalls };
    return { hits, explain: explanation ? { ...explain, scoring: explanation } : explain };
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

/** A question is shown as its passage says it. Undefined for a document that was deleted at this moment. */
function besideDocuments({ documentId: id, title, body, tags, sourceType }: FoundPassage) {
  return KINDS.has(sourceType) ? undefined : { id, title, content: body, tags: [...tags] };
}

/** Of an upload the passages are all the text there is; its bytes are not read for a search. */
function withText(document: Document, passage: string): Document {
  return document.kind === 'item' ? document : { ...document, content: passage };
}
