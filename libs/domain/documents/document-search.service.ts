import { Injectable } from '@nestjs/common';
import {
  type FoundPassage,
  KnowledgeBasesService,
  PassageSearch,
  type RetrievalMethod,
  type SearchExplanation as ScoringExplanation,
  type SearchOutcome,
  type SearchRequest,
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

/** Several of the best passages may be of one document. */
const PASSAGES_PER_DOCUMENT = 2;
/** Passages of other kinds stand beside documents in a base. */
const KINDS: ReadonlySet<string> = new Set<DocumentKind>(['item', 'text', 'file']);
/** Asked for when those were of too few documents: a long one must not hide all others. */
const MANY_PASSAGES = 500;

const NO_MODEL: SearchShortfall = {
  reason: 'vectors_missing',
  modelId: null,
  message: 'The knowledge base has no embedding model: it was searched by words alone.',
};

type BestPassages = Omit<SearchOutcome, 'passages' | 'embeddingTokens'> & { passages: Map<string, FoundPassage> };

/** Finds the documents of one base, active or not. Shows the best, however weak: thresholds are for replies. */
@Injectable()
export class DocumentSearch {
  constructor(
    private readonly bases: KnowledgeBasesService,
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
    const documents = await this.queries.findInBase(baseId, [...passages.keys()]);
    const byId = new Map(documents.map((document) => [document.id, document]));
    const hits = [...passages.values()].flatMap((passage) => {
      const { documentId, body, score } = passage;
      const document = byId.get(documentId);
      const shown = document ? withText(document, body) : besideDocuments(passage);
      return shown ? [{ document: shown, passage: body, score }] : [];
    });
    const isByWordsAlone = method !== 'keyword' && !channels.includes('vectors') && shortfalls.length === 0;
    const explain = { method, channels, shortfalls: isByWordsAlone ? [NO_MODEL] : shortfalls };
    return { hits, explain: explanation ? { ...explain, scoring: ofHits(explanation, passages) } : explain };
  }

  /** The best passage of each of the best documents, best first. */
  private async bestPassages(
    baseId: string,
    { query, tags, filter, limit, explain }: DocumentSearchRequest,
    method: RetrievalMethod,
  ): Promise<BestPassages> {
    const best = new Map<string, FoundPassage>();
    const narrowed = { ...(tags ? { tags } : {}), ...(filter ? { filter } : {}), ...(explain ? { explain } : {}) };
    const look = async (wanted: number) => {
      const outcome = await this.look({ baseIds: [baseId], query, limit: wanted, method, ...narrowed });
      for (const passage of outcome.passages) {
        if (best.size < limit && !best.has(passage.documentId)) best.set(passage.documentId, passage);
      }
      return outcome;
    };
    const first = await look(limit * PASSAGES_PER_DOCUMENT);
    const isEnough = best.size === limit || first.passages.length < limit * PASSAGES_PER_DOCUMENT;
    const { channels, shortfalls, explanation } = isEnough ? first : await look(MANY_PASSAGES);
    return { passages: best, channels, shortfalls, ...(explanation ? { explanation } : {}) };
  }

  private async look(request: SearchRequest): Promise<Omit<SearchOutcome, 'embeddingTokens'>> {
    if (request.method !== 'keyword') return this.passages.find(request);
    return { ...(await this.passages.findKeyword(request)), channels: ['words'], shortfalls: [] };
  }
}

/** Passages explained beside those that hits show, at most. */
const LEFT_OUT_EXPLAINED = 20;

/** A search of documents shows the best passage of each, and looks for more passages than documents. */
function ofHits(explanation: ScoringExplanation, hits: ReadonlyMap<string, FoundPassage>): ScoringExplanation {
  const shown = new Set([...hits.values()].map(({ id }) => id));
  const given = explanation.passages.filter(({ passageId }) => shown.has(passageId));
  const others = explanation.passages.filter(({ passageId }) => !shown.has(passageId)).slice(0, LEFT_OUT_EXPLAINED);
  const reasonFor = (documentId: string) => (hits.has(documentId) ? 'same_document' : 'beyond_limit');
  const leftOut = others.map((one) => ({ ...one, leftOut: one.leftOut ?? reasonFor(one.documentId) }));
  return { ...explanation, passages: [...given, ...leftOut] };
}

/** A question is shown as its passage says it. Undefined for a document that was deleted at this moment. */
function besideDocuments({ documentId: id, title, body, tags, sourceType }: FoundPassage) {
  return KINDS.has(sourceType) ? undefined : { id, title, content: body, tags: [...tags] };
}

/** Of an upload the passages are all the text there is; its bytes are not read for a search. */
function withText(document: Document, passage: string): Document {
  return document.kind === 'item' ? document : { ...document, content: passage };
}
