export const BOT_IMPORT_STATUSES = ['queued', 'running', 'completed', 'failed'] as const;
export type BotImportStatus = (typeof BOT_IMPORT_STATUSES)[number];

/** `checking` reads the whole file before the bot is begun. */
export const BOT_IMPORT_STAGES = ['checking', 'writing'] as const;
export type BotImportStage = (typeof BOT_IMPORT_STAGES)[number];

export const BOT_FILE_LIMITS = { fileBytes: 1024 * 1024 * 1024, nameLength: 255 } as const;

/** A file of which a bot is made, and how far that is. */
export interface BotImport {
  id: string;
  teamId: string;
  /** Null until it is begun, and of an import that has failed. It is disabled until it is whole. */
  botId: string | null;
  /** In place of the name in the file. */
  wantedName: string | null;
  fileName: string | null;
  fileBytes: number;
  status: BotImportStatus;
  stage: BotImportStage | null;
  /** 0 to 100, never falling. */
  progress: number;
  /** What is to be filled in by hand, a sentence each. */
  notes: string[];
  error: { code: string; message: string } | null;
  startedAt: Date | null;
  completedAt: Date | null;
  createdAt: Date;
}
