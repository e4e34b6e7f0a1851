import {
  DateField,
  EnumField,
  FileField,
  IdField,
  IntegerField,
  TextField,
  TextListField,
  type UploadedFile,
} from '#infra/http';
import {
  BOT_FILE_LIMITS,
  BOT_IMPORT_STAGES,
  BOT_IMPORT_STATUSES,
  type BotImportStage,
  type BotImportStatus,
} from '../bot-files.types';

/** In the address, or as fields of the form. */
export class ChatbotImportOptions {
  @TextField('In place of the name in the file.', { optional: true, maxLength: BOT_FILE_LIMITS.nameLength })
  name?: string;
}

export class UploadChatbotImport extends ChatbotImportOptions {
  @FileField('What the export of a chatbot has given, by this installation or another.')
  file: UploadedFile;
}

export class ChatbotImport {
  @IdField('Its id.')
  id: string;

  @IdField(
    'The chatbot that is made, disabled until it is whole; null before it is begun, and of an import that has failed.',
    {
      nullable: true,
    },
  )
  chatbotId: string | null;

  @TextField('The name of the file.', { nullable: true })
  fileName: string | null;

  @IntegerField('Of the file.', { min: 0 })
  sizeBytes: number;

  @EnumField('How far it is.', BOT_IMPORT_STATUSES)
  status: BotImportStatus;

  @EnumField('What is being done; null unless it is running.', BOT_IMPORT_STAGES, { nullable: true })
  stage: BotImportStage | null;

  @IntegerField('Percent; it never falls.', { min: 0, max: 100 })
  percent: number;

  @TextListField('What is to be filled in by hand, such as credentials, and what was not taken: a sentence each.')
  notes: string[];

  @TextField('Why it has failed.', { nullable: true })
  error: string | null;

  @DateField('When it was first worked on.', { nullable: true })
  startedAt: string | null;

  @DateField('When it ended, in whatever way.', { nullable: true })
  completedAt: string | null;

  @DateField('When the file had come.')
  createdAt: string;
}
