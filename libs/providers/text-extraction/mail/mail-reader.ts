/**
 * Mail (RFC 5322, MIME), taken apart by postal-mime: the subject is its heading, a line says from whom, to whom and when, then
 * comes its text, and under a heading each the attachments that are of a format read here.
 */
import type { Address, Email } from 'postal-mime';
import { BlockList } from '../block-list';
import { readHtml } from '../html/read-html';
import { Pace } from '../pace';
import type { ExtractedText, TextBlock } from '../text-extraction.contract';
import { extractionErrors } from '../text-extraction.errors';
import { addAttachments, type ReadAttached } from './mail-attachments';

const LIMITS = { maxNestingDepth: 30, maxHeadersSize: 1024 * 1024, maxRfc822NestingDepth: 3 };
const MAX_ADDRESSES = 20;

/** @throws AppError of `text-extraction.errors` */
export async function readMail(bytes: Uint8Array, read: ReadAttached): Promise<ExtractedText> {
  const mail = await parsed(bytes);
  const list = new BlockList();
  const title = mail.subject?.trim();
  if (title) list.heading(1, title);
  list.paragraph(envelopeOf(mail));
  const before = list.blocks.length;
  for (const block of await contentOf(mail)) list.add(lowered(block));
  await addAttachments(mail.attachments, list, read);
  if (list.blocks.length === before && !title) throw extractionErrors.no_text({ message: 'The mail holds no text.' });
  return { title: title || undefined, blocks: list.blocks };
}

async function parsed(bytes: Uint8Array): Promise<Email> {
  const { default: PostalMime } = await import('postal-mime');
  try {
    return await PostalMime.parse(bytes, LIMITS);
  } catch (cause) {
    const message = 'The file is not a mail (.eml), or a broken one, or its parts are nested too deeply.';
    throw extractionErrors.malformed({ message, cause });
  }
}

function envelopeOf({ from, to, cc, date }: Email): string {
  const lines = [
    ['From', from ? namesOf([from]) : ''],
    ['To', namesOf(to ?? [])],
    ['Cc', namesOf(cc ?? [])],
    ['Date', dateOf(date)],
  ] as const;
  return lines.flatMap(([name, text]) => (text === '' ? [] : [`${name}: ${text}`])).join('\n');
}

function namesOf(addresses: readonly Address[]): string {
  const names = addresses.slice(0, MAX_ADDRESSES).map(({ name, address }) => {
    if (!address) return name;
    return name && name !== address ? `${name} <${address}>` : address;
  });
  return names.filter(Boolean).join(', ');
}

/** ISO 8601 to the minute, or as the mail says it. */
function dateOf(date: string | undefined): string {
  if (date === undefined) return '';
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(date) ? `${date.slice(0, 16).replace('T', ' ')} UTC` : date;
}

/** What its sender wrote as text, which the page of a mail only decorates; quoted replies stay as they are. */
async function contentOf({ text, html }: Email): Promise<readonly TextBlock[]> {
  const list = new BlockList();
  for (const paragraph of (text ?? '').replace(/\r\n?/g, '\n').split(/\n[^\S\n]*\n/)) list.paragraph(paragraph);
  if (list.blocks.length > 0 || !html) return list.blocks;
  return (await readHtml(html, { pace: new Pace(), isWhole: true })).blocks;
}

/** Its headings stand below the subject. */
function lowered(block: TextBlock): TextBlock {
  return block.kind === 'heading' ? { ...block, level: block.level + 1 } : block;
}
