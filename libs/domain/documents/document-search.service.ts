import { Injectable } from '@nestjs/common';
import {
  type FoundPassage,
  KnowledgeBasesService,
  PassageSearch,
  type RetrievalMethod,
  type SearchRequest,
} from '#domain/knowledge';
import type { Actor } from '#kernel';
import { DocumentsQueries } from './documents.queries';
import type { Document, DocumentHit, DocumentKind, DocumentSearchRequest } from './documents.types';

/** Several of the best passages may be of one document. */
const PASSAGES_PER_DOCUMENT = 2;
/** Passages of other kinds stand beside documents in a base. */
const KINDS: ReadonlySet<string> = new Set<DocumentKind>(['item', 'text', 'file']);
/** Asked for when those were of too few documents: a long one must not hide all others. */
const MANY_PASSAGES = 500;

/** Finds the documents of one base, active or not. Shows the best, however weak: thresholds are for replies. */
@Injectable()
export class DocumentSearch {
  constructor(
    private readonly bases: KnowledgeBasesService,
    private readonly passages: PassageSearch,
    private readonly queries: DocumentsQueries,
  ) {}

  /** Best first, each document once. @throws `knowledge.base_not_found` */
  async search(actor: Actor, baseId: string, request: DocumentSearchRequest): Promise<DocumentHit[]> {
    const { settings } = await this.bases.get(actor, baseId);
    const best = await this.bestPassages(baseId, request, request.method ?? settings.retrievalMethod);
    const documents = await this.queries.findInBase(baseId, [...best.keys()]);
    const byId = new Map(documents.map((document) => [document.id, document]));
    return [...best.values()].flatMap((passage) => {
      const { documentId, body, score } = passage;
      const document = byId.get(documentId);
      const shown = document ? withText(document, body) : besideDocuments(passage);
      return shown ? [{ document: shown, passage: body, score }] : [];
    });
  }

  /** The best passage of each of the best documents, best first. */
  private async bestPassages(
    baseId: string,
    { query, tags, limit }: DocumentSearchRequest,
    method: RetrievalMethod,
  ): Promise<Map<string, FoundPassage>> {
    const best = new Map<string, FoundPassage>();
    for (const wanted of [limit * PASSAGES_PER_DOCUMENT, MANY_PASSAGES]) {
      const found = await this.find({ baseIds: [baseId], query, limit: wanted, ...(tags ? { tags } : {}) }, method);
      for (const passage of found) {
        if (best.size < limit && !best.has(passage.documentId)) best.set(passage.documentId, passage);
      }
      if (best.size === limit || found.length < wanted) break;
    }
    return best;
  }

  private find(request: SearchRequest, method: RetrievalMethod): Promise<FoundPassage[]> {
    return method === 'keyword' ? this.passages.searchKeyword(request) : this.passages.search(request);
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
