import { Injectable } from '@nestjs/common';
import { Conversations, RATINGS, type Rating } from '#domain/chats';
import { EnumField, IdField, TextField } from '#infra/http';
import type { Caller } from '../protocol/caller';
import type { McpTool, ToolAnswer } from './mcp-tool';

class RateAnswer {
  @IdField('The message_id that ask_bot gave.')
  message_id: string;

  @EnumField('How good the answer is.', RATINGS)
  rating: Rating;

  @TextField('Why, for the people who care for the bot.', { optional: true, maxLength: 2_000 })
  comment?: string;
}

class AnswerRating {
  @TextField('Id of the rating.')
  rating_id: string;

  @TextField('The answer that was rated.')
  message_id: string;

  @TextField('The conversation in which it was given.')
  conversation_id: string;

  @EnumField('As it was given.', RATINGS)
  rating: Rating;
}

@Injectable()
export class RateAnswerTool implements McpTool<RateAnswer, AnswerRating> {
  readonly name = 'rate_answer';
  readonly title = 'Rate an answer';
  readonly description = 'Says how good an answer of a bot is, for its figures and for what it learns.';
  readonly scope = 'chat:write';
  readonly hints = { readOnlyHint: false, destructiveHint: false, idempotentHint: false };
  readonly input = RateAnswer;
  readonly output = AnswerRating;

  constructor(private readonly conversations: Conversations) {}

  async call(
    { actor }: Caller,
    { message_id: messageId, rating, comment }: RateAnswer,
  ): Promise<ToolAnswer<AnswerRating>> {
    const judgement = { rating, ...(comment ? { comment } : {}) };
    const { id, conversationId } = await this.conversations.rateMessage(actor, messageId, judgement);
    const output = { rating_id: id, message_id: messageId, conversation_id: conversationId, rating };
    return { text: `The answer was rated ${rating}.`, output };
  }
}
