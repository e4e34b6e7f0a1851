import { Injectable } from '@nestjs/common';
import type { DocumentKind } from '#domain/documents';
import type { RelatedPrompt } from '#domain/questions';
import { Database } from '#infra/database';

export interface ExportedDocument {
  id: string;
  key: string;
  title: string;
  /** Of an item; what was uploaded stands in its passages. */
  content: string;
  tags: string[];
  metadata: Record<string, unknown>;
  language: string | null;
}

export interface ExportedQuestion {
  id: string;
  key: string;
  name: string;
  phrasings: string[];
  answer: string;
  llmReply: boolean;
  relatedPrompts: RelatedPrompt[];
  tags: string[];
  metadata: Record<string, unknown>;
}

export interface ExportedPassage {
  position: number;
  section: string | null;
  body: string;
}

export interface ExportPage {
  afterId: string;
  limit: number;
  /** Of all texts together; but at least one row. */
  maxChars: number;
}

/** A base page by page, oldest first: each page is small, whatever is in it. */
@Injectable()
export class ExportQueries {
  constructor(private readonly database: Database) {}

  /** By document_base_id_idx. */
  documents(baseId: string, kind: DocumentKind, { afterId, limit, maxChars }: ExportPage): Promise<ExportedDocument[]> {
    return this.database.query<ExportedDocument>(
      `with page as (
         select id, coalesce(external_key, id::text) as key, title, content, tags, metadata, given_language as language, length(content) as chars
         from document where base_id = $1 and kind = $2 and id > $3 and state = 'ready' order by id limit $4
       ), summed as (
         select *, sum(chars) over (order by id) - chars as before from page
       )
       select id, key, title, content, tags, metadata, language from summed where before = 0 or before + chars <= $5
       order by id`,
      [baseId, kind, afterId, limit, maxChars],
    );
  }

  /** By question_base_id_id_idx. */
  questions(baseId: string, { afterId, limit, maxChars }: ExportPage): Promise<ExportedQuestion[]> {
    return this.database.query<ExportedQuestion>(
      `with page as (
         select *, coalesce(external_key, id::text) as key, length(answer) as chars
         from question where base_id = $1 and id > $2 order by id limit $3
       ), summed as (
         select *, sum(chars) over (order by id) - chars as before from page
       )
       select id, key, name, phrasings, answer, llm_reply as "llmReply", related_prompts as "relatedPrompts", tags, metadata
       from summed where before = 0 or before + chars <= $4 order by id`,
      [baseId, afterId, limit, maxChars],
    );
  }

  /** In the order of the document. By passage_document_id_idx. */
  passages(documentId: string, afterPosition: number, limit: number): Promise<ExportedPassage[]> {
    return this.database.query<ExportedPassage>(
      `select position, section, body from passage where document_id = $1 and position > $2 order by position limit $3`,
      [documentId, afterPosition, limit],
    );
  }
}
