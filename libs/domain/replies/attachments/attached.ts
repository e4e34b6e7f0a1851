import type { LlmAttachment, LlmImage } from '#providers/llm';
import type { ReplyAttachment, ReplyRequest } from '../replies.types';

export interface AttachedText {
  documentId: string;
  name: string;
  text: string;
}

export function hasAttachments({ attachments }: ReplyRequest): boolean {
  return attachments !== undefined && attachments.length > 0;
}

/** Those that say something. */
export function attachedTexts(attachments: readonly ReplyAttachment[] = []): AttachedText[] {
  return attachments.flatMap((one, at) =>
    'text' in one && one.text.trim() !== ''
      ? [{ documentId: one.id ?? noDocument(at), name: one.name, text: one.text }]
      : [],
  );
}

/** What a model gets of the attachments; images only if it can see them, else it is told that there are some. */
export function forModel(
  attachments: readonly ReplyAttachment[] = [],
  seesImages: boolean,
): { attachments: LlmAttachment[]; images: LlmImage[] } {
  const pictures = attachments.flatMap((one) => ('image' in one ? [one] : []));
  const texts = attachedTexts(attachments).map(({ name, text }) => ({ name, text }));
  if (seesImages) {
    return { attachments: texts, images: pictures.map(({ mediaType, image }) => ({ mediaType, bytes: image })) };
  }
  return {
    attachments: [...texts, ...pictures.map(({ name }) => ({ name }))],
    images: [],
  };
}

/** An id that no document has, in the form that ids of documents have. */
function noDocument(at: number): string {
  return `00000000-0000-0000-0000-${String(at).padStart(12, '0')}`;
}
