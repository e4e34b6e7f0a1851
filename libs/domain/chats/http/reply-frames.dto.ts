import { RUN_OUTCOMES, type RunOutcome } from '#domain/plugins';
import { DateField, EnumField, IdField, type StreamedTypes, TextField } from '#infra/http';
import { ChatbotReply, ReplySourceDto } from './chats.dto';

export class ReplyStarted {
  @IdField('The conversation.')
  conversationId: string;

  @TextField('Name of the session, for the next message.')
  sessionId: string;

  @IdField('The reply that is being made.')
  messageId: string;

  @IdField('What the user said.')
  userMessageId: string;

  @DateField('When it was asked.')
  timestamp: string;
}

export class ReplyDelta {
  @TextField('What comes next in the text.', { minLength: 0, example: 'We deliver within ' })
  text: string;
}

export class ReplyToolCall {
  @TextField('Name of the plugin.')
  plugin: string;

  @TextField('The tool that was called.', { optional: true })
  tool?: string;

  @EnumField('How it went.', RUN_OUTCOMES)
  outcome: RunOutcome;
}

/** The `data` of each frame of a streamed reply. */
export const REPLY_FRAMES: StreamedTypes = {
  started: ReplyStarted,
  sources: [ReplySourceDto],
  delta: ReplyDelta,
  tool: ReplyToolCall,
  done: ChatbotReply,
  withdrawn: ChatbotReply,
};
