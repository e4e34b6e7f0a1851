import { Injectable, Logger } from '@nestjs/common';
import { BudgetNotices, budgetErrors } from '#domain/budgets';
import { detectLanguage } from '#domain/language';
import { budgetText } from '#domain/replies';
import { Config } from '#infra/config';
import { AppError, SECOND_MS } from '#kernel';
import type { ReadyChannel } from '../channel-accounts';
import type { UpdateOutcome, WaitingUpdate } from './inbound.types';

const EXHAUSTED = budgetErrors.exhausted().code;

/**
 * What becomes of a message for which there is no budget: it is not answered, and whoever sent it is told so once until the
 * budget begins anew. Who calls a generic webhook reads it in the answer; the platforms get a message.
 */
@Injectable()
export class BudgetApologies {
  private readonly logger = new Logger(BudgetApologies.name);

  constructor(
    private readonly notices: BudgetNotices,
    private readonly config: Config,
  ) {}

  /** @throws the error, unless it says that a budget is used up */
  async outcomeOf(ready: ReadyChannel, update: WaitingUpdate, error: unknown): Promise<UpdateOutcome> {
    if (!(error instanceof AppError) || error.code !== EXHAUSTED) throw error;
    const { row } = ready;
    const { chatId, user, text } = update.message;
    const recipient = `${row.id} ${chatId} ${user.id}`;
    const outcome = { state: 'ignored' as const, reason: error.message };
    if (!(await this.notices.claim(row.teamId, recipient, error.retryAfterMs ?? SECOND_MS))) return outcome;
    const words = budgetText(detectLanguage(text));
    if (row.type === 'webhook') return { ...outcome, answer: { conversationId: null, messageId: null, reply: words } };
    await this.send(ready, update, words);
    return outcome;
  }

  /** Nothing depends on it: it is tried once. */
  private async send(
    { transport, account, row }: ReadyChannel,
    { message }: WaitingUpdate,
    words: string,
  ): Promise<void> {
    if (!this.config.channels.isLive) return;
    const { chatId, threadId, replyTo } = message;
    const to = {
      chatId,
      ...(threadId === undefined ? {} : { threadId }),
      ...(replyTo === undefined ? {} : { replyTo }),
    };
    try {
      for (const part of transport.prepare({ ...to, markdown: words })) await transport.send(account, part);
    } catch (err) {
      this.logger.warn({ message: 'Nobody could be told that a budget is used up.', channelId: row.id, err });
    }
  }
}
