import { EnumField, IntegerField, NestedField, NestedListField, TextField } from '#infra/http';
import { ChatAnnotation, CompletionUsage, FINISHES, type Finish, Grounding } from './chat-completion.dto';
import { ToolCall } from './chat-completions.dto';

export class ToolCallPiece extends ToolCall {
  @IntegerField('Which of the calls it is.', { min: 0 })
  index: number;
}

export class CompletionDelta {
  @EnumField('In the first chunk.', ['assistant'], { optional: true })
  role?: 'assistant';

  @TextField('What comes next in the text.', { optional: true, minLength: 0 })
  content?: string;

  @TextField('Null.', { optional: true, nullable: true })
  refusal?: string | null;

  @NestedListField('Calls that the model wants; each comes whole.', () => ToolCallPiece, { optional: true })
  tool_calls?: ToolCallPiece[];

  @NestedListField('What of the text rests on which document; all at once, at the end.', () => ChatAnnotation, {
    optional: true,
  })
  annotations?: ChatAnnotation[];
}

export class ChunkChoice {
  @IntegerField('0.', { min: 0 })
  index: number;

  @NestedField('What is new.', () => CompletionDelta)
  delta: CompletionDelta;

  @EnumField('Why the answer ends; null until then.', FINISHES, { nullable: true })
  finish_reason: Finish | null;
}

/** The `data` of each frame but the last one, which is `[DONE]`. */
export class ChatCompletionChunk {
  @TextField('Id of the completion.', { example: 'chatcmpl-0193a1b2c3d47e5f8a6b7c8d9e0f1a2b' })
  id: string;

  @EnumField('What it is.', ['chat.completion.chunk'])
  object: 'chat.completion.chunk';

  @IntegerField('When it was asked for, in seconds since 1970.')
  created: number;

  @TextField('Slug of the bot.')
  model: string;

  @EnumField('Always `default`.', ['default'])
  service_tier: 'default';

  @NestedListField('One; none beside the usage.', () => ChunkChoice)
  choices: ChunkChoice[];

  @NestedField('In the last chunk, where it is wanted; null before.', () => CompletionUsage, {
    optional: true,
    nullable: true,
  })
  usage?: CompletionUsage | null;

  @NestedField("Parley's own, beside the reason for the end.", () => Grounding, { optional: true })
  parley?: Grounding;
}
