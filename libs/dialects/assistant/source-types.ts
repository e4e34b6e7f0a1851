/** Where knowledge comes from, in the words of this dialect. */

/** Of what was uploaded, whole or in nodes. */
export const DOCUMENT = 'document';
/** Of what people wrote without saying more. */
export const MANUAL = 'manual';

/** Kinds of documents that were uploaded; those of the first have routes as files. */
export const FILE_KIND = 'file';
export const DOCUMENT_KINDS: readonly string[] = [FILE_KIND, 'text', 'nodes'];
export const ITEM_KIND = 'item';

/** Of what stands beside documents, such as questions, the kind itself. */
export function sourceTypeOfKind(kind: string): string {
  if (DOCUMENT_KINDS.includes(kind)) return DOCUMENT;
  return kind === ITEM_KIND ? MANUAL : kind;
}
