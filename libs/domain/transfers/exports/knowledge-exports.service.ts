/**
 * A base as a file that is made while it is sent: page by page, as fast as its reader takes it. It is no snapshot: what is
 * written meanwhile may be in it or not, but each row is whole.
 */
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type DocumentKind, shownMetadata, sourceTypeOf } from '#domain/documents';
import { KnowledgeBasesService } from '#domain/knowledge';
import { inChunks, rowsOfPages } from '#infra/text-files';
import type { Actor } from '#kernel';
import type { TransferFormat } from '../transfers.types';
import { type ExportedDocument, type ExportedPassage, type ExportedQuestion, ExportQueries } from './export.queries';
import { textsOf } from './passage-texts';
import { type ExportedRow, headOf, lineOf } from './written-rows';

const PAGE_ROWS = 200;
/** In UTF-16 units: a page is in memory twice, as rows and as what is sent. */
const PAGE_CHARS = 2_000_000;
const UPLOADS: readonly DocumentKind[] = ['text', 'file', 'nodes'];
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

export interface OpenExport {
  /** Read it to its end or destroy it. */
  stream: Readable;
  /** Of the base. */
  name: string;
}

@Injectable()
export class KnowledgeExports {
  constructor(
    private readonly bases: KnowledgeBasesService,
    private readonly queries: ExportQueries,
  ) {}

  /** Items, then uploads, then questions, each oldest first. @throws `knowledge.base_not_found` */
  async open(actor: Actor, baseId: string, format: TransferFormat): Promise<OpenExport> {
    const { name } = await this.bases.get(actor, baseId);
    return { stream: Readable.from(inChunks(this.linesOf(baseId, format)), { objectMode: false }), name };
  }

  private async *linesOf(baseId: string, format: TransferFormat): AsyncGenerator<string> {
    yield headOf(format);
    for await (const row of this.rowsOf(baseId)) yield lineOf(format, row);
  }

  private async *rowsOf(baseId: string): AsyncGenerator<ExportedRow> {
    for await (const item of this.documents(baseId, 'item')) yield rowOfItem(item, item.content);
    for (const kind of UPLOADS) {
      for await (const upload of this.documents(baseId, kind)) yield* this.rowsOfUpload(upload, kind);
    }
    for await (const question of this.questions(baseId)) yield rowOfQuestion(question);
  }

  /** Its text, as far as searches find it, as an item; of one that is too long for that as several. */
  private async *rowsOfUpload(upload: ExportedDocument, kind: DocumentKind): AsyncGenerator<ExportedRow> {
    let part = 1;
    for await (const content of textsOf(this.passages(upload.id))) {
      const row = rowOfItem(upload, content);
      yield { ...row, key: part === 1 ? row.key : `${row.key}#${part}`, sourceType: row.sourceType ?? kind };
      part += 1;
    }
  }

  private documents(baseId: string, kind: DocumentKind): AsyncGenerator<ExportedDocument> {
    return rowsOfPages((afterId) => this.queries.documents(baseId, kind, pageAfter(afterId)), lastId, FIRST_ID);
  }

  private questions(baseId: string): AsyncGenerator<ExportedQuestion> {
    return rowsOfPages((afterId) => this.queries.questions(baseId, pageAfter(afterId)), lastId, FIRST_ID);
  }

  private passages(documentId: string): AsyncGenerator<ExportedPassage> {
    const next = (after: number) => this.queries.passages(documentId, after, PAGE_ROWS);
    return rowsOfPages(next, ({ position }) => position, -1);
  }
}

function pageAfter(afterId: string) {
  return { afterId, limit: PAGE_ROWS, maxChars: PAGE_CHARS };
}

function lastId({ id }: { id: string }): string {
  return id;
}

function rowOfItem(document: ExportedDocument, content: string): ExportedRow {
  const { key, title, language } = document;
  const sourceType = sourceTypeOf(document);
  return {
    type: 'item',
    key,
    title,
    content,
    ...(sourceType === null ? {} : { sourceType }),
    ...(language === null ? {} : { language }),
    ...labelsOf(document.tags, shownMetadata(document.metadata)),
  };
}

function rowOfQuestion(question: ExportedQuestion): ExportedRow {
  const { key, name, phrasings, answer, llmReply, relatedPrompts, tags, metadata } = question;
  return {
    type: 'question',
    key,
    name,
    phrasings,
    answer,
    llmReply,
    ...(relatedPrompts.length > 0 ? { relatedPrompts } : {}),
    ...labelsOf(tags, metadata),
  };
}

function labelsOf(tags: readonly string[], metadata: Readonly<Record<string, unknown>>) {
  return {
    ...(tags.length > 0 ? { tags } : {}),
    ...(Object.keys(metadata).length > 0 ? { metadata } : {}),
  };
}
