import type { BotFile, UploadDetails } from '../file/bot-file.types';

/** What was made so far. Places are those of the file. */
export interface BotBeingMade {
  botId: string;
  file: BotFile;
  baseIds: string[];
  datasetIds: string[];
  notes: string[];
  /** Whose bytes come next. */
  upload: UploadDetails | undefined;
}
