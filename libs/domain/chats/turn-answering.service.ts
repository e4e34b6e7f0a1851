import { Injectable, Logger } from '@nestjs/common';
import type { Bot } from '#domain/bots';
import { spenderOf } from '#domain/budgets';
import { type Actor, Clock } from '#kernel';
import { chatErrors } from './chats.errors';
import type { AskInput } from './chats.types';
import { contextUserOf } from './context-user';
import { humanNotice } from './fixed-answers';
import { LastWordsReader } from './handoff/last-words.service';
import type { LiveTurn } from './live-turn';
import { LiveTurns } from './live-turns';
import type { OpenedTurn } from './open-turn.queries';
import { ReplyMaking } from './reply-making.service';
import { ReplyStoring } from './reply-storing.service';
import { storedTurn } from './stored-turn';
import { TurnRemembering } from './turn-remembering.service';
import { TurnQueries } from './turns.queries';

/** Brings a turn whose message is stored to its end, whoever answers it. */
@Injectable()
export class TurnAnswering {
  private readonly logger = new Logger(TurnAnswering.name);

  constructor(
    private readonly making: ReplyMaking,
    private readonly storing: ReplyStoring,
    private readonly live: LiveTurns,
    private readonly queries: TurnQueries,
    private readonly lastWords: LastWordsReader,
    private readonly remembering: TurnRemembering,
    private readonly clock: Clock,
  ) {}

  /** Never rejects. */
  async answer(actor: Actor, turn: LiveTurn, input: AskInput, opened: OpenedTurn, bot: Readonly<Bot>): Promise<void> {
    const { messageId } = turn.start;
    try {
      if (opened.handling === 'human') this.tellHuman(turn, input, opened);
      else await this.reply(actor, turn, input, opened, bot);
    } catch (error) {
      // Its making was broken off because nobody is to hear it.
      if (!turn.isWithdrawn) await this.fail(turn, error);
    } finally {
      this.live.forget(messageId);
    }
  }

  private async reply(
    actor: Actor,
    turn: LiveTurn,
    input: AskInput,
    opened: OpenedTurn,
    bot: Readonly<Bot>,
  ): Promise<void> {
    const made = await this.making.make(bot, turn, input, opened);
    const { reply, escalating } = made;
    const spender = { ...spenderOf(actor), botId: bot.id, endUser: contextUserOf(turn.start) };
    const answering = { teamId: actor.teamId, start: turn.start, escalation: opened.escalation, spender };
    const remembered = this.remembering.remember(bot, turn.start, made);
    const answer = await (escalating
      ? this.storing.storeAndEscalate(answering, reply, escalating)
      : this.storing.store(answering, reply));
    await remembered;
    if (answer) turn.finished(answer);
    else await this.giveUp(actor, turn);
  }

  /** Of a reply that was not pending any more when it was to be stored. */
  private async giveUp(actor: Actor, turn: LiveTurn): Promise<void> {
    const { conversationId, messageId } = turn.start;
    const row = await this.queries.findTurn(actor.teamId, { conversationId }, messageId);
    // Its bot was deleted, or its end user erased.
    if (!row) throw chatErrors.conversation_not_found();
    if (row.state === 'withdrawn') turn.withdraw(await storedTurn(messageId, row).answered());
    // Another process has made it, which took this one for dead.
    else if (row.state === 'complete') turn.finished(await storedTurn(messageId, row).answered());
    else throw chatErrors.reply_failed();
  }

  /** Only the message was stored. */
  private tellHuman(turn: LiveTurn, { message }: AskInput, { escalation }: OpenedTurn): void {
    const language = this.lastWords.languageOf(message);
    const notice = humanNotice(turn.start, language, escalation, this.clock.now());
    turn.found([]);
    turn.said(notice.reply.text);
    turn.finished(notice);
  }

  private async fail(turn: LiveTurn, error: unknown): Promise<void> {
    const { messageId } = turn.start;
    this.logger.error({ message: 'A reply failed.', messageId, err: error });
    turn.failed(error);
    await this.queries.failReply(messageId, this.clock.now()).catch(() => {
      // The sweep of abandoned replies will find it when the database is back.
    });
  }
}
