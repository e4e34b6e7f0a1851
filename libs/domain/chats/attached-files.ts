import type { FileContent } from '#domain/documents';
import type { AskAttachment } from './chats.types';

/** A stored file as something that comes with a message. */
export function attachmentOf({ id, name, mediaType, ...content }: FileContent): AskAttachment {
  return { id, name, mediaType, content: { name, mediaType, ...content } };
}
