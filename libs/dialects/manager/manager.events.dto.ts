/** The `data` of webhook events of this dialect. */
import { BooleanField, EnumField, IntegerField, NestedField, NumberField, TextField } from '#infra/http';
import { ConversationUser } from './conversations.dto';
import { ExecutionResult } from './executions.dto';

const BOT = 'The bot.';
const CONVERSATION = 'The conversation.';

export class BotMessageReceivedData {
  @TextField(BOT)
  bot_id: string;

  @TextField('The channel; null when the message came by none.', { nullable: true })
  channel_id: string | null;

  @TextField(CONVERSATION)
  conversation_id: string;

  @TextField('The message.')
  message_id: string;

  @NestedField('Who wrote it.', () => ConversationUser)
  user: ConversationUser;

  @TextField('What was said.')
  content: string;
}

export class IntegrationFailedData {
  @TextField(BOT)
  bot_id: string;

  @TextField('The integration.')
  integration_id: string;

  @TextField(CONVERSATION)
  conversation_id: string;

  @TextField('What went wrong.')
  error: string;

  @IntegerField('That it answered with; null when it did not answer.', { nullable: true })
  status_code: number | null;

  @TextField('Name of the integration.')
  integration_name: string;

  @BooleanField('Whether nobody else could answer, so that the user got an apology.')
  final: boolean;
}

export class CallbackMetadata {
  @TextField('When it was begun.')
  started_at: string;

  @TextField('When it ended.')
  completed_at: string;

  @NumberField('How long that took.')
  duration_seconds: number;

  @TextField('Who spoke; null when it failed before anybody did.', { nullable: true })
  model: string | null;

  @IntegerField('Tokens read and written by the model.')
  tokens_used: number;
}

/** Also the body of a callback. */
export class AgentLoopCompletedData {
  @TextField('The agent loop.')
  agent_loop_id: string;

  @TextField('Its name.')
  agent_loop_name: string;

  @TextField('The execution.')
  execution_id: string;

  @EnumField('How it ended.', ['completed', 'failed', 'timeout'])
  status: 'completed' | 'failed' | 'timeout';

  @NestedField('What came of it.', () => ExecutionResult)
  result: ExecutionResult;

  @NestedField('Figures.', () => CallbackMetadata)
  metadata: CallbackMetadata;

  @TextField('Why it did not complete; null when it did.', { nullable: true })
  error: string | null;
}

export class ChannelDisconnectedData {
  @TextField('The channel.')
  channel_id: string;

  @TextField(BOT)
  bot_id: string;

  @TextField('The platform.', { example: 'telegram' })
  type: string;

  @TextField('Why; `manual` when its owner wished so.')
  reason: string;
}
