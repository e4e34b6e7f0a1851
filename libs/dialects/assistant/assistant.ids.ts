import { type IdCodec, prefixedIds } from '#infra/http';

/** By the nouns of the dialect: a chat is a conversation, a document an artifact, file and knowledge item are documents. */
export const ASSISTANT_IDS: IdCodec = prefixedIds({
  chat: 'chat',
  message: 'msg',
  document: 'doc',
  file: 'file',
  'knowledge item': 'know',
  webhook: 'wh',
});

/**
 * A passage has no key of its own: it is known by its document and its place there, which stay the same when the document
 * is indexed again.
 *
 * @param passageId `<documentId>:<position>`
 */
export function chunkIdOf(passageId: string): string {
  const [documentId = '', position = ''] = passageId.split(':');
  return `chunk_${documentId.replaceAll('-', '')}_${position}`;
}
