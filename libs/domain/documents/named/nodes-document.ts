import { type NewPassage, type PassageSource } from '#domain/knowledge';
import { detectLanguage } from '#domain/language';
import type { NodesDocument } from './named-documents.types';

const MAX_TITLE_CHARS = 512;
const LANGUAGE_SAMPLE_CHARS = 2_000;

/** What passages are headed by: the name without the extension of a file, e.g. `price-list` of `price-list.json`. */
export function titleOf(name: string): string {
  const stem = name.trim().replace(/(?<=\S)\.[A-Za-z0-9]{1,8}$/, '');
  return stem.slice(0, MAX_TITLE_CHARS).toWellFormed();
}

export function sourceBytesOf({ nodes, assets }: NodesDocument): number {
  return Buffer.byteLength(JSON.stringify(nodes)) + (assets.length > 0 ? Buffer.byteLength(JSON.stringify(assets)) : 0);
}

export function sourceOf(
  place: { id: string; baseId: string },
  metadata: Record<string, unknown>,
  passages: readonly NewPassage[],
): PassageSource {
  const language = languageOf(passages);
  const filter = Object.keys(metadata).length > 0 ? { metadata } : {};
  return {
    documentId: place.id,
    baseId: place.baseId,
    tags: [],
    sourceType: 'nodes',
    ...(language === 'simple' ? {} : { language }),
    ...filter,
  };
}

function languageOf(passages: readonly NewPassage[]) {
  let sample = '';
  for (const { body } of passages) {
    if (sample.length >= LANGUAGE_SAMPLE_CHARS) break;
    sample += `${body}\n`;
  }
  return detectLanguage(sample);
}
