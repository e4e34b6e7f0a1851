import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { type Bot, BotLookup } from '#domain/bots';
import { ReplyEngine } from '#domain/replies';
import { Config, ShutdownGrace } from '#infra/config';
import { isForeignKeyViolation } from '#infra/database';
import { Outbox } from '#infra/events';
import { type Actor, Clock, isUuid, newId, principalOf, requireScope, SECOND_MS } from '#kernel';
import { chatErrors } from './chats.errors';
import { ChatQueries, type OpenedTurn, type OpenTurn, type StoredTurnRow } from './chats.queries';
import type { AskInput, TurnPosition, TurnStart } from './chats.types';
import { LiveTurn } from './live-turn';
import { observeTurn } from './turn-observation';

/** How often, and how long, a resumed reader waits for a reply that another process is making. */
const RESUME_POLL_MS = 200;
const RESUME_LIMIT_MS = 60 * SECOND_MS;
/** Foreign keys of a conversation that break when its bot, or the team with all its bots, is gone. */
const BOT_REFERENCES = ['conversation_bot_id_fkey', 'conversation_team_id_fkey'];

/**
 * One user message and the reply to it. The message is stored before anything is told to the caller, the reply before
 * `done` is; in between the reply is made here, whether or not anyone still reads.
 */
@Injectable()
export class Turns implements OnApplicationShutdown {
  private readonly logger = new Logger(Turns.name);
  private readonly live = new Map<string, LiveTurn>();

  constructor(
    private readonly bots: BotLookup,
    private readonly engine: ReplyEngine,
    private readonly queries: ChatQueries,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly grace: ShutdownGrace,
    private readonly config: Config,
  ) {}

  /** Stores the message and begins the reply. @throws `bots.not_found`, `chats.chat_not_found` */
  async ask(actor: Actor, botId: string, input: AskInput): Promise<LiveTurn> {
    requireScope(actor, 'chat:write');
    if (input.chatId !== undefined && !isUuid(input.chatId)) throw chatErrors.chat_not_found();
    const bot = await this.bots.get(actor, botId);
    const { start, history } = await this.open(actor, bot, input);
    const turn = new LiveTurn(start, principalOf(actor));
    this.live.set(start.messageId, turn);
    void observeTurn(turn, () => this.answer(bot, turn, input, history));
    return turn;
  }

  /**
   * Finds a turn again, being answered or stored.
   *
   * @throws `chats.turn_not_found` also when another actor asked; `chats.reply_failed`, `chats.reply_overdue`
   */
  async resume(actor: Actor, botId: string, position: TurnPosition): Promise<LiveTurn> {
    requireScope(actor, 'chat:write');
    const principal = principalOf(actor);
    const live = this.live.get(position.messageId);
    if (live?.start.botId === botId && live.principal === principal) return live;
    const deadlineMs = this.clock.nowMs() + RESUME_LIMIT_MS;
    for (;;) {
      const stored = await this.queries.findTurn(actor.teamId, botId, position.messageId);
      if (stored?.principal !== principal) throw chatErrors.turn_not_found();
      if (stored.state === 'failed') throw chatErrors.reply_failed();
      if (stored.state === 'complete') return storedTurn(position.messageId, stored);
      if (this.clock.nowMs() > deadlineMs) throw chatErrors.reply_overdue({ retryAfterMs: RESUME_POLL_MS });
      await new Promise((resolve) => setTimeout(resolve, RESUME_POLL_MS));
    }
  }

  async onApplicationShutdown(): Promise<void> {
    const settled = Promise.allSettled([...this.live.values()].map((turn) => turn.answered()));
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise((resolve) => {
      timer = setTimeout(resolve, this.grace.remainingMs());
    });
    await Promise.race([settled, limit]);
    clearTimeout(timer);
  }

  private async open(
    actor: Actor,
    bot: Bot,
    input: AskInput,
  ): Promise<{ start: TurnStart; history: OpenedTurn['history'] }> {
    const newConversationId = newId();
    const principal = principalOf(actor);
    const turn = {
      botId: bot.id,
      sessionKey: input.chatId ?? input.sessionKey ?? newConversationId,
      userMessageId: newId(),
      messageId: newId(),
      askedAt: this.clock.now(),
    };
    const { chatId } = input;
    const expiresAt = new Date(turn.askedAt.getTime() + this.config.chats.chatLifetimeMs);
    const opened = await this.openOrRefuse({
      ...turn,
      ...(chatId === undefined ? {} : { chat: { id: chatId, expiresAt } }),
      conversationId: newConversationId,
      newConversationId,
      teamId: actor.teamId,
      userRef: input.userRef ?? principal,
      content: input.message,
      principal,
      metadata: input.metadata,
      conversationStartedEventId: newId(),
      messageReceivedEventId: newId(),
    });
    this.outbox.wake();
    return { start: { ...turn, conversationId: opened.conversationId }, history: opened.history };
  }

  /** The bot is looked up in memory; that it is gone shows in the foreign keys. */
  private async openOrRefuse(turn: OpenTurn): Promise<OpenedTurn> {
    try {
      const opened = await this.queries.openTurn(turn);
      if (opened === undefined) throw chatErrors.chat_not_found();
      return opened;
    } catch (error) {
      throw BOT_REFERENCES.some((name) => isForeignKeyViolation(error, name)) ? this.bots.gone(turn.botId) : error;
    }
  }

  private async answer(bot: Bot, turn: LiveTurn, input: AskInput, history: OpenedTurn['history']): Promise<void> {
    const { messageId } = turn.start;
    try {
      const reply = await this.generate(bot, turn, input, history);
      const answeredAt = this.clock.now();
      await this.queries.completeReply(bot.teamId, messageId, reply, newId(), answeredAt);
      this.outbox.wake();
      turn.finished({ ...turn.start, reply, answeredAt });
    } catch (error) {
      this.logger.error({ message: 'A reply failed.', messageId, err: error });
      turn.failed(error);
      await this.queries.failReply(messageId, this.clock.now()).catch(() => {
        // The sweep of abandoned replies will find it when the database is back.
      });
    } finally {
      this.live.delete(messageId);
    }
  }

  private async generate(bot: Bot, turn: LiveTurn, input: AskInput, history: OpenedTurn['history']) {
    const events = this.engine.reply({
      teamId: bot.teamId,
      botId: bot.id,
      botName: bot.name,
      configuration: input.configurationDefaults
        ? { ...input.configurationDefaults, ...bot.configuration }
        : bot.configuration,
      message: input.message,
      ...input.looking,
      stream: input.isStreamed,
      history,
    });
    for await (const event of events) {
      if (event.type === 'sources') turn.found(event.sources);
      else if (event.type === 'delta') turn.said(event.text);
      else if (event.type === 'done') return event.reply;
    }
    throw chatErrors.reply_failed();
  }
}

function storedTurn(messageId: string, row: StoredTurnRow): LiveTurn {
  const { principal, text, reply, answeredAt, state: _, ...start } = row;
  const answer = { ...start, messageId, reply: { ...reply!, text }, answeredAt: answeredAt! };
  return LiveTurn.stored(answer, principal);
}
