/** Sources of a reply as annotations, and as Parley's own account of what the answer rests on. */
import type { Reply, ReplySource } from '#domain/replies';
import { citationsIn } from '#providers/llm';
import type { ChatAnnotation, Grounding } from './chat-completion.dto';

/** Where in the text a source is cited, in UTF-16 units; `end` exclusive. */
interface Citing {
  source: ReplySource;
  start: number;
  end: number;
}

/** At its marks; a source without one, as of what is quoted, is cited by the whole text. Of what merely was read along, nothing is said. */
export function citingsOf({ text, sources }: Pick<Reply, 'text' | 'sources'>): Citing[] {
  const marked = [...citationsIn(text)].flatMap(({ number, start, end }): Citing[] => {
    const source = sources[number - 1];
    return source ? [{ source, start, end }] : [];
  });
  if (marked.length > 0 || text === '') return marked;
  return sources.map((source) => ({ source, start: 0, end: text.length }));
}

export function toChatAnnotations(reply: Reply): ChatAnnotation[] {
  return citingsOf(reply).map(({ source, start, end }) => ({
    type: 'url_citation',
    url_citation: { start_index: start, end_index: end, title: source.title, url: addressOf(source) },
  }));
}

/** Of a page from the web its own; else that of the document among Parley's resources (MCP). */
export function addressOf({ documentId, metadata }: ReplySource): string {
  return webAddressOf(metadata) ?? `parley://documents/${documentId}`;
}

export function webAddressOf(metadata: ReplySource['metadata']): string | undefined {
  const url = metadata?.url;
  return typeof url === 'string' && /^https?:\/\//i.test(url) ? url : undefined;
}

export function toGrounding(reply: Reply, conversationId: string | undefined): Grounding {
  const { confidence, grounded, sources } = reply;
  return {
    confidence,
    grounded,
    sources: sources.map(({ documentId, title, quote, passage, score, page }) => ({
      document_id: documentId,
      title,
      quote: quote ?? passage,
      score,
      ...(page === undefined ? {} : { page }),
    })),
    conversation_id: conversationId ?? null,
  };
}
