/**
 * What is taken of an answer. The hash says whether the page has changed. Of HTML it is made from the text that people read,
 * since pages carry tokens, dates of their making and advertisements that are new each time; of all other formats from the
 * bytes, since reading a PDF costs seconds and its bytes do not change by themselves.
 */
import { createHash } from 'node:crypto';
import { AppError } from '#kernel';
import { Pace, type TextExtractors } from '#providers/text-extraction';
import { isSameSite, nameOf, webAddress } from '../addresses/web-address';
import type { WebContent } from '../fetching/web-answer';
import { webErrors } from '../web-sources.errors';
import { isIndexable, readHtmlHead } from './html-head';
import { asUtf8 } from './page-text';

export interface ReadablePage {
  title: string;
  bytes: Buffer;
  format: string;
  /** Where it says that it stands. */
  address: string;
  hash: Buffer;
}

/** Something the page says that makes it none of ours. `isPassing`: it may be another one tomorrow, and what is there stays. */
export interface Unreadable {
  error: AppError;
  isPassing: boolean;
}

const SAYS_NOTHING = new Set(['', 'application/octet-stream', 'binary/octet-stream']);

/** @throws the reason of the signal when it aborts */
export async function readablePage(
  extractors: TextExtractors,
  content: WebContent,
  signal: AbortSignal,
): Promise<ReadablePage | Unreadable> {
  const format = formatOf(extractors, content);
  if (format === undefined) return { error: webErrors.unsupported_type(), isPassing: false };
  if (!isIndexable(content.robotsTag)) return { error: webErrors.no_index(), isPassing: false };
  if (format === 'html') return htmlPage(extractors, content, signal);
  const { contentType, address } = content;
  const bytes = extractors.isBinary(format) ? content.bytes : asUtf8(content.bytes, contentType, false);
  if (bytes.length === 0) return { error: webErrors.no_text(), isPassing: true };
  return { title: nameOf(address), bytes, format, address, hash: createHash('sha256').update(bytes).digest() };
}

async function htmlPage(
  extractors: TextExtractors,
  { bytes: raw, contentType, address }: WebContent,
  signal: AbortSignal,
): Promise<ReadablePage | Unreadable> {
  const bytes = asUtf8(raw, contentType, true);
  const head = readHtmlHead(bytes.toString());
  if (!head.isIndexable) return { error: webErrors.no_index(), isPassing: false };
  const title = head.title ?? nameOf(address);
  try {
    const { blocks } = await extractors.extract({ bytes, format: 'html' }, { pace: new Pace(signal), signal });
    const place = canonicalOf(address, head);
    const hash = createHash('sha256')
      .update(JSON.stringify([title, place, blocks]))
      .digest();
    return { title, bytes, format: 'html', address: place, hash };
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'invalid_input') throw error;
    // A shell that scripts would fill, or a page that is out of order.
    const isEmpty = error.code === 'text_extraction.no_text';
    return { error: isEmpty ? webErrors.no_text() : error, isPassing: true };
  }
}

/** A canonical address of another site is not followed: whoever gave this one wants its text. */
function canonicalOf(address: string, { canonical, base }: { canonical?: string; base?: string }): string {
  if (canonical === undefined) return address;
  const from = (base === undefined ? undefined : webAddress(base, address)) ?? address;
  const found = webAddress(canonical, from);
  return found !== undefined && isSameSite(found, address) ? found : address;
}

/** What the sender declares counts before the name in the address, which says nothing where programs answer. */
function formatOf(extractors: TextExtractors, { bytes, contentType, address }: WebContent): string | undefined {
  const mediaType = (contentType.split(';')[0] as string).trim().toLowerCase();
  const extension = /\.([a-z0-9]{1,8})$/i.exec(new URL(address).pathname)?.[1]?.toLowerCase() ?? '';
  const isVague = SAYS_NOTHING.has(mediaType) || mediaType === 'text/plain';
  const format = extractors.formatOf({ bytes, mediaType, ...(isVague ? { name: `page.${extension}` } : {}) });
  if (format === undefined) return undefined;
  const isNamed = extractors.isNamed(isVague ? { extension, mediaType: '' } : { extension: '', mediaType });
  const isKnown = isNamed || mediaType === 'text/plain' || extractors.isBinary(format);
  return isKnown || (isVague && format === 'html') ? format : undefined;
}
