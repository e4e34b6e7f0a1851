import {
  AnyField,
  BooleanField,
  DateField,
  EnumField,
  IntegerField,
  NestedField,
  NestedListField,
  TextField,
} from '#infra/http';

const MAX_MESSAGE_LENGTH = 32_000;
const MAX_MODEL_LENGTH = 200;
const MAX_ATTACHMENTS = 10;
const MAX_FILE_ID_LENGTH = 128;

const EXAMPLE_CHAT = 'chat_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b';
const EXAMPLE_FILE = 'file_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b';
const EXAMPLE_MODEL = 'gpt-4';

const ATTACHMENTS = {
  type: 'array',
  maxItems: MAX_ATTACHMENTS,
  items: {
    oneOf: [
      { type: 'string', description: 'Id of a file.' },
      {
        title: 'AttachedFile',
        type: 'object',
        required: ['file_id'],
        properties: { file_id: { type: 'string', description: 'Id of a file.' } },
      },
    ],
  },
};

/** A file, by its id alone or as an object that has it. */
export type AttachmentReference = string | { file_id: string };

export class SendMessage {
  @TextField('What the user says.', { maxLength: MAX_MESSAGE_LENGTH, example: 'Hello, how can you help me today?' })
  message: string;

  @TextField(
    'What is to answer: the slug of a bot of the team (when the chat is begun), or the name of a registered model. Any other name is accepted and means the default.',
    { optional: true, nullable: true, minLength: 1, maxLength: MAX_MODEL_LENGTH, example: EXAMPLE_MODEL },
  )
  model?: string | null;

  @BooleanField('Whether the answer is streamed as server-sent events.', {
    optional: true,
    nullable: true,
    default: false,
  })
  stream?: boolean | null;

  @AnyField('Uploaded files that go with the message: ids, or objects with a `file_id`.', {
    optional: true,
    nullable: true,
    schema: ATTACHMENTS,
    default: [],
    example: [EXAMPLE_FILE],
    check: isAttachmentList,
    rule: `a list of at most ${MAX_ATTACHMENTS} ids of files, each as a text or as an object with file_id`,
  })
  attachments?: AttachmentReference[] | null;
}

export class TokenUsage {
  @IntegerField('Tokens that the model read.', { min: 0 })
  prompt_tokens: number;

  @IntegerField('Tokens that the model wrote.', { min: 0 })
  completion_tokens: number;

  @IntegerField('Both together.', { min: 0 })
  total_tokens: number;
}

export class ChatAnswer {
  @TextField('Id of the chat.', { example: EXAMPLE_CHAT })
  id: string;

  @TextField('The answer.')
  message: string;

  @TextField('The model that was asked for, else the one that answered.', { example: EXAMPLE_MODEL })
  model: string;

  @NestedField('Tokens that were used; none when no model was asked.', () => TokenUsage)
  usage: TokenUsage;

  @DateField('When it was answered.')
  created_at: string;

  @TextField('Id of the answer, if it was kept; it is not while a person has the chat.', {
    optional: true,
    example: 'msg_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b',
  })
  message_id?: string;
}

export class ChatText {
  @EnumField('Always `text`.', ['text'])
  type: 'text';

  @TextField('What comes next in the answer.', { minLength: 0, example: 'You can reset your ' })
  content: string;
}

export class ChatDone {
  @EnumField('Always `done`.', ['done'])
  type: 'done';

  @TextField('Id of the chat.', { example: EXAMPLE_CHAT })
  chat_id: string;

  @TextField('Id of the answer, if it was kept.', {
    optional: true,
    example: 'msg_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b',
  })
  message_id?: string;

  @NestedField('Tokens that were used; none when no model was asked.', () => TokenUsage)
  usage: TokenUsage;
}

class ChatFailureReason {
  @TextField('What was wrong, for a program.', { example: 'SERVICE_UNAVAILABLE' })
  code: string;

  @TextField('What was wrong, for a person.')
  message: string;
}

export class ChatFailure {
  @EnumField('Always `error`.', ['error'])
  type: 'error';

  @NestedField('Why the answer ends here.', () => ChatFailureReason)
  error: ChatFailureReason;
}

/** The `data` of the frames of a streamed answer. */
export const CHAT_FRAMES = [ChatText, ChatDone, ChatFailure];

export class ChatMessage {
  @TextField('Its id.', { example: 'msg_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b' })
  id: string;

  @EnumField('Who spoke: people of the team are `assistant`, too.', ['user', 'assistant', 'system'])
  role: 'user' | 'assistant' | 'system';

  @TextField('What was said.')
  content: string;

  @DateField('When it was said.')
  timestamp: string;
}

export class ChatHistory {
  @TextField('Id of the chat.', { example: EXAMPLE_CHAT })
  chat_id: string;

  @NestedListField('All that was said, oldest first.', () => ChatMessage)
  messages: ChatMessage[];

  @DateField('When the chat began.')
  created_at: string;

  @DateField('When the last message came.')
  updated_at: string;
}

export class CompletedChat {
  @TextField('Id of the chat.', { example: EXAMPLE_CHAT })
  chat_id: string;

  @EnumField('Always `completed`; another message opens the chat again.', ['completed'])
  status: 'completed';

  @DateField('When it was completed.')
  completed_at: string;
}

function isAttachmentList(value: unknown): boolean {
  return Array.isArray(value) && value.length <= MAX_ATTACHMENTS && value.every(isReference);
}

function isReference(value: unknown): value is AttachmentReference {
  const id = typeof value === 'object' && value !== null ? (value as { file_id?: unknown }).file_id : value;
  return typeof id === 'string' && id !== '' && id.length <= MAX_FILE_ID_LENGTH;
}
