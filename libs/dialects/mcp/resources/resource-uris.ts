const DOCUMENTS = 'parley://documents/';
const CONVERSATIONS = 'parley://conversations/';

export const DOCUMENT_TEMPLATE = `${DOCUMENTS}{id}`;
export const CONVERSATION_TEMPLATE = `${CONVERSATIONS}{id}`;

export interface NamedResource {
  kind: 'document' | 'conversation';
  id: string;
}

export function documentUri(id: string): string {
  return DOCUMENTS + id;
}

export function conversationUri(id: string): string {
  return CONVERSATIONS + id;
}

/** Undefined for what is no address of a resource of ours. */
export function resourceNamedBy(uri: string): NamedResource | undefined {
  if (uri.startsWith(DOCUMENTS)) return { kind: 'document', id: uri.slice(DOCUMENTS.length) };
  if (uri.startsWith(CONVERSATIONS)) return { kind: 'conversation', id: uri.slice(CONVERSATIONS.length) };
  return undefined;
}
