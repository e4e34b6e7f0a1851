/** The `data` of webhook events of this dialect. */
import { DateField, EnumField, IntegerField, TextField, TextListField } from '#infra/http';

const CHAT = 'The chat.';
const EXAMPLE_TAGS = ['important'];

export class ChatMessageData {
  @TextField(CHAT)
  chat_id: string;

  @TextField('The message.')
  message_id: string;

  @TextField('The user whom the chat is with, in the words of the caller who holds it.')
  user_id: string;

  @TextField('What was said.')
  content: string;

  @EnumField('Who said it; people of the team are `assistant`, too.', ['user', 'assistant'])
  role: 'user' | 'assistant';
}

export class ChatCompletedData {
  @TextField(CHAT)
  chat_id: string;

  @IntegerField('Messages of both sides.', { min: 0 })
  message_count: number;

  @DateField('When it was completed.')
  completed_at: string;
}

export class DocumentEventData {
  @TextField('The document.')
  document_id: string;

  @TextField('What it is called.')
  title: string;

  @TextField('What kind of text it is.', { example: 'markdown' })
  type: string;

  @IntegerField('Number of the version that was made.', { min: 1 })
  version: number;
}

export class FileUploadedData {
  @TextField('The file.')
  file_id: string;

  @TextField('Its name.')
  filename: string;

  @IntegerField('Its size in bytes.', { min: 0 })
  size: number;

  @TextField('Its media type.', { example: 'application/pdf' })
  type: string;
}

export class FileProcessedData {
  @TextField('The file.')
  file_id: string;

  @EnumField('Whether searches find it.', ['completed', 'failed'])
  status: 'completed' | 'failed';

  @IntegerField('Pieces that searches find; 0 when it failed.', { min: 0 })
  chunks_created: number;

  @TextField('Why it failed; null unless it did.', { nullable: true })
  error: string | null;
}

export class KnowledgeAddedData {
  @TextField('The knowledge item.')
  knowledge_id: string;

  @TextField('What it is about.')
  title: string;

  @TextField('Where it comes from.', { example: 'manual' })
  source_type: string;

  @TextListField('Its labels.', { example: EXAMPLE_TAGS })
  tags: string[];
}
