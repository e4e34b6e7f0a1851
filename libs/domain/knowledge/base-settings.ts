import { invalidInput } from '#kernel';
import { type BaseSettings, type BaseSettingsPatch, type ChunkingSettings, DEFAULT_CHUNKING } from './knowledge.types';

/** The documents say `relevanceThreshold` 0.7 and `maxResults` 5. */
export const DEFAULT_SETTINGS: BaseSettings = {
  retrievalMethod: 'semantic',
  relevanceThreshold: 0.7,
  maxResults: 5,
  chunking: DEFAULT_CHUNKING,
};

/** @throws AppError `input.invalid` when the overlap is more than half of a passage */
export function mergedSettings(settings: BaseSettings, patch: BaseSettingsPatch | null | undefined): BaseSettings {
  if (patch === null || patch === undefined) return patch === null ? DEFAULT_SETTINGS : settings;
  const { chunking, ...rest } = patch;
  return { ...settings, ...given(rest), chunking: mergedChunking(settings.chunking, chunking) };
}

function mergedChunking(before: ChunkingSettings, patch: BaseSettingsPatch['chunking']): ChunkingSettings {
  if (patch === null) return DEFAULT_CHUNKING;
  const merged = { ...before, ...given(patch ?? {}) };
  if (merged.overlapTokens * 2 <= merged.maxTokens) return merged;
  const field = 'settings.chunking.overlapTokens';
  throw invalidInput([
    { field, message: `${field} must be at most half of maxTokens, which is ${merged.maxTokens}, or null.` },
  ]);
}

/** Without the fields that are only named: a spread would write their undefined over what is there. */
function given<Fields extends object>(fields: Fields): Partial<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Fields>;
}
