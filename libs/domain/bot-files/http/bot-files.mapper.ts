import type { BotImport } from '../bot-files.types';
import type { ChatbotImport } from './bot-files.dto';

export function toChatbotImport(one: BotImport): ChatbotImport {
  const { id, botId, fileName, fileBytes, status, stage, progress, notes, error } = one;
  return {
    id,
    chatbotId: botId,
    fileName,
    sizeBytes: fileBytes,
    status,
    stage,
    percent: progress,
    notes,
    error: error?.message ?? null,
    startedAt: one.startedAt?.toISOString() ?? null,
    completedAt: one.completedAt?.toISOString() ?? null,
    createdAt: one.createdAt.toISOString(),
  };
}
