import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type Bot, BotLookup } from '#domain/bots';
import { ShutdownGrace } from '#infra/config';
import { type Actor, AppError, invalidInput, isUuid, opensBot, requireScope } from '#kernel';
import { chatErrors } from './chats.errors';
import type { AskInput, TurnPosition } from './chats.types';
import { requireActive, requireBot, requireConversationId } from './conversation-access';
import { ConversationBots } from './conversation-bots.service';
import { HeldReplies } from './held-replies.service';
import { LiveTurn } from './live-turn';
import { LiveTurns } from './live-turns';
import { SaidMasking } from './said-masking.service';
import { TurnAnswering } from './turn-answering.service';
import { observeTurn } from './turn-observation';
import { type OpenTurnHandle, TurnOpening } from './turn-opening.service';
import { TurnRepeating } from './turn-repeating.service';
import { TurnResuming } from './turn-resuming.service';

const MESSAGE_ID_PROBLEM = { field: 'userMessageId', message: 'userMessageId must be a UUID.' };

/**
 * One user message and the reply to it. The message is stored before anything is told to the caller, the reply before
 * `done` is; in between the reply is made here, whether or not anyone still reads.
 */
@Injectable()
export class Turns implements OnApplicationShutdown {
  constructor(
    private readonly bots: BotLookup,
    private readonly masking: SaidMasking,
    private readonly opening: TurnOpening,
    private readonly answering: TurnAnswering,
    private readonly repeating: TurnRepeating,
    private readonly resuming: TurnResuming,
    private readonly conversationBots: ConversationBots,
    private readonly held: HeldReplies,
    private readonly live: LiveTurns,
    private readonly grace: ShutdownGrace,
  ) {}

  /**
   * Stores the message and begins the reply. A public key begins a conversation of its own each time; a visitor goes on with
   * theirs. A message whose id was asked before is not asked again: that turn is given, as by `askOnce`.
   *
   * @throws `bots.not_found`, `chats.bot_not_found`, `chats.bot_disabled`, `chats.chat_not_found`, `chats.channel_not_found`,
   *   `chats.conversation_not_found`, `chats.message_taken`
   */
  async ask(actor: Actor, botId: string, input: AskInput): Promise<LiveTurn> {
    requireScope(actor, 'chat:write');
    requireBot(actor, botId);
    if (actor.kind === 'visitor') return this.askIn(actor, actor.conversationId, input);
    if (input.chatId !== undefined && !isUuid(input.chatId)) throw chatErrors.chat_not_found();
    const bot = await this.bots.get(actor, botId);
    requireActive(bot);
    const masked = await this.masking.message(actor.teamId, botId, input);
    return this.unlessAsked(actor, bot, masked, () => this.opening.inSession(actor, bot, masked));
  }

  /**
   * As `ask`, for who may have to ask again because a process died: the message is stored once, and its reply. Asked again,
   * gives the turn as it is or was; a reply that failed, or whose process died, is made anew here.
   *
   * @throws as `ask`; `chats.reply_overdue` while another process makes the reply. A turn that rejects with
   *   `chats.conversation_not_found` was deleted meanwhile and must not be asked again.
   */
  async askOnce(actor: Actor, botId: string, input: AskInput & { userMessageId: string }): Promise<LiveTurn> {
    requireScope(actor, 'chat:write');
    requireBot(actor, botId);
    if (!isUuid(input.userMessageId)) throw invalidInput([MESSAGE_ID_PROBLEM]);
    return (await this.askedBefore(actor, botId, input, input.userMessageId)) ?? this.ask(actor, botId, input);
  }

  /** As `ask`, in a conversation that there is, whoever began it. @throws as `ask` */
  async askIn(actor: Actor, conversationId: string, input: AskInput): Promise<LiveTurn> {
    requireScope(actor, 'chat:write');
    requireConversationId(actor, conversationId);
    const bot = await this.botIn(actor, conversationId);
    requireActive(bot);
    const masked = await this.masking.message(actor.teamId, bot.id, input);
    return this.unlessAsked(actor, bot, masked, () => this.opening.inConversation(actor, conversationId, bot, masked));
  }

  /**
   * Finds a turn again, being answered or stored.
   *
   * @throws `chats.turn_not_found` also when another actor asked; `chats.reply_failed`, `chats.reply_overdue`
   */
  async resume(actor: Actor, botId: string, position: TurnPosition): Promise<LiveTurn> {
    requireScope(actor, 'chat:write');
    return this.resuming.find(actor, { botId }, position.messageId);
  }

  /** As `resume`, in a conversation whichever bot it is with. */
  async resumeIn(actor: Actor, conversationId: string, position: TurnPosition): Promise<LiveTurn> {
    requireScope(actor, 'chat:write');
    requireConversationId(actor, conversationId);
    return this.resuming.find(actor, { conversationId }, position.messageId);
  }

  async onApplicationShutdown(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise((resolve) => {
      timer = setTimeout(resolve, this.grace.remainingMs());
    });
    await Promise.race([this.live.settled(), limit]);
    clearTimeout(timer);
  }

  /** Of two that ask the same the database takes one: in this moment, or before a process died. */
  private async unlessAsked(
    actor: Actor,
    bot: Readonly<Bot>,
    input: AskInput,
    open: () => Promise<OpenTurnHandle>,
  ): Promise<LiveTurn> {
    try {
      return this.begin(actor, await open(), input, bot);
    } catch (error) {
      const { userMessageId } = input;
      if (userMessageId === undefined || !isTaken(error)) throw error;
      const turn = await this.askedBefore(actor, bot.id, input, userMessageId);
      if (!turn) throw error;
      return turn;
    }
  }

  private async askedBefore(
    actor: Actor,
    botId: string,
    input: AskInput,
    userMessageId: string,
  ): Promise<LiveTurn | undefined> {
    const bot = await this.bots.get(actor, botId);
    const known = await this.repeating.find(actor, bot, userMessageId);
    if (!known || 'turn' in known) return known?.turn;
    const masked = await this.masking.message(actor.teamId, botId, input);
    return this.begin(actor, known.handle, { ...masked, message: known.message }, bot);
  }

  /** Most conversations were seen by this process just now, and their bots too. */
  private async botIn(actor: Actor, conversationId: string): Promise<Readonly<Bot>> {
    const botId = await this.conversationBots.botOf(actor.teamId, conversationId);
    if (botId === undefined || !opensBot(actor, botId)) throw chatErrors.conversation_not_found();
    return this.bots.get(actor, botId).catch((error: unknown) => {
      throw error instanceof AppError && error.kind === 'not_found' ? chatErrors.conversation_not_found() : error;
    });
  }

  private begin(
    actor: Actor,
    { start, principal, opened }: OpenTurnHandle,
    input: AskInput,
    bot: Readonly<Bot>,
  ): LiveTurn {
    const turn = new LiveTurn(start, principal);
    this.live.begin(turn);
    const letGo = input.userMessageId === undefined ? undefined : this.held.add(start.messageId);
    void observeTurn(turn, () => this.answering.answer(actor, turn, input, opened, bot)).finally(letGo);
    return turn;
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof AppError && error.code === 'chats.message_taken';
}
