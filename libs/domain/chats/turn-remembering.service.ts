import { Injectable, Logger } from '@nestjs/common';
import type { Bot } from '#domain/bots';
import { TurnContexts } from '#domain/context';
import { Clock } from '#kernel';
import type { TurnStart } from './chats.types';
import { contextUserOf } from './context-user';
import type { MadeReply } from './reply-making.service';

/** Has what a turn tells of its end user remembered, beside the storing of its reply. */
@Injectable()
export class TurnRemembering {
  private readonly logger = new Logger(TurnRemembering.name);

  constructor(
    private readonly contexts: TurnContexts,
    private readonly clock: Clock,
  ) {}

  /** Never rejects: a turn does not fail because nothing of it is remembered. */
  async remember(bot: Readonly<Bot>, start: TurnStart, { reply, toRemember }: MadeReply): Promise<void> {
    if (!toRemember) return;
    const { id: botId, teamId, configuration } = bot;
    const { conversationId } = start;
    const turn = { teamId, botId, userRef: contextUserOf(start), conversationId, ...toRemember, reply: reply.text };
    const extractsByModel = configuration.userContext?.extractsByModel === true;
    try {
      await this.contexts.remember({ ...turn, at: this.clock.now(), extractsByModel });
    } catch (error) {
      this.logger.warn({ message: 'Nothing is remembered of a turn.', messageId: start.messageId, err: error });
    }
  }
}
