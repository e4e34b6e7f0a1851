import type { Attachment } from 'postal-mime';
import { AppError } from '#kernel';
import type { BlockList } from '../block-list';
import type { FileToRead } from '../extractor-registry';
import type { ExtractedText, TextBlock } from '../text-extraction.contract';

/** Of one mail, and of each attachment; what is beyond is left out, the mail is read all the same. */
const MAX_ATTACHMENTS = 20;
const MAX_ATTACHMENT_BYTES = 10 * 1024 * 1024;

/** Undefined when nobody reads files of that kind. @throws AppError of `text-extraction.errors` */
export type ReadAttached = (file: FileToRead) => Promise<ExtractedText | undefined>;

/** Each under its name. One that cannot be read leaves its name. */
export async function addAttachments(
  attachments: readonly Attachment[],
  list: BlockList,
  read: ReadAttached,
): Promise<void> {
  for (const attachment of attachments.filter(isForReaders).slice(0, MAX_ATTACHMENTS)) {
    list.heading(2, attachment.filename ?? attachment.description ?? attachment.mimeType);
    for (const block of await blocksOf(attachment, read)) list.add(block);
  }
}

/** Pictures within the text say nothing. */
function isForReaders({ related, mimeType }: Attachment): boolean {
  return related !== true && !mimeType.startsWith('image/');
}

async function blocksOf(
  { filename, mimeType: mediaType, content }: Attachment,
  read: ReadAttached,
): Promise<TextBlock[]> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
  if (bytes.length > MAX_ATTACHMENT_BYTES) return [];
  try {
    const text = await read({ bytes, name: filename ?? undefined, mediaType });
    return (text?.blocks ?? []).map(asAttached);
  } catch (error) {
    if (error instanceof AppError) return [];
    throw error;
  }
}

/** Its headings stand below its name; its pages are none of the mail's. */
function asAttached({ page: _, ...block }: TextBlock): TextBlock {
  return block.kind === 'heading' ? { ...block, level: block.level + 2 } : block;
}
