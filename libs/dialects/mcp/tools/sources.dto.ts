import type { ReplySource } from '#domain/replies';
import { IntegerField, NumberField, TextField } from '#infra/http';
import { documentUri } from '../resources/resource-uris';

/** Passages of questions belong to no document. */
const QUESTION = 'question';

export class Passage {
  @TextField('The document that it stands in; null for the answer of a question.', { nullable: true })
  document_id: string | null;

  @TextField('The resource by which the document is read; null where there is none.', { nullable: true })
  uri: string | null;

  @TextField('The knowledge base that holds it.')
  knowledge_base_id: string;

  @TextField('What the document is about.')
  title: string;

  @TextField('The heading above the passage.', { nullable: true })
  section: string | null;

  @IntegerField('In formats that have pages, slides or sheets, from 1.', { nullable: true, min: 1 })
  page: number | null;

  @TextField('Its text.', { minLength: 0 })
  text: string;

  @NumberField('Probability that the passage answers what was asked.', { min: 0, max: 1 })
  score: number;
}

export class Source extends Passage {
  @TextField('The sentence of the passage that the answer rests on.', { nullable: true })
  quote: string | null;
}

interface Found {
  documentId: string;
  baseId: string;
  title: string;
  section: string | null;
  score: number;
  metadata?: Readonly<Record<string, unknown>>;
}

export function toSource({ passage, type, page, quote, ...source }: ReplySource): Source {
  return { ...toPassage(source, { text: passage, kind: type, page }), quote: quote ?? null };
}

export function toPassage(
  { documentId, baseId, title, section, score }: Found,
  { text, kind, page }: { text: string; kind: string; page: number | undefined },
): Passage {
  const isDocument = kind !== QUESTION;
  return {
    document_id: isDocument ? documentId : null,
    uri: isDocument ? documentUri(documentId) : null,
    knowledge_base_id: baseId,
    title,
    section,
    page: page ?? null,
    text,
    score,
  };
}

/** As `[2] Opening hours, Sundays, page 3 (parley://documents/…)`. */
export function headingOf({ title, section, page, uri }: Passage, number: number): string {
  const place = [title, ...(section ? [section] : []), ...(page === null ? [] : [`page ${page}`])].join(', ');
  return `[${number}] ${place}${uri === null ? '' : ` (${uri})`}`;
}
