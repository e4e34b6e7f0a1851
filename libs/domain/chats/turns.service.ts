import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type Bot, BotLookup } from '#domain/bots';
import { ShutdownGrace } from '#infra/config';
import { type Actor, isUuid, requireScope } from '#kernel';
import { chatErrors } from './chats.errors';
import type { AskInput, TurnPosition } from './chats.types';
import { botOf, requireBot, requireConversationId } from './conversation-access';
import { LiveTurn } from './live-turn';
import { LiveTurns } from './live-turns';
import { SaidMasking } from './said-masking.service';
import { TurnAnswering } from './turn-answering.service';
import { observeTurn } from './turn-observation';
import { type OpenTurnHandle, TurnOpening } from './turn-opening.service';
import { TurnResuming } from './turn-resuming.service';

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
    private readonly resuming: TurnResuming,
    private readonly live: LiveTurns,
    private readonly grace: ShutdownGrace,
  ) {}

  /**
   * Stores the message and begins the reply. A public key begins a conversation of its own each time; a visitor goes on with
   * theirs.
   *
   * @throws `bots.not_found`, `chats.bot_not_found`, `chats.chat_not_found`, `chats.conversation_not_found`
   */
  async ask(actor: Actor, botId: string, input: AskInput): Promise<LiveTurn> {
    requireScope(actor, 'chat:write');
    requireBot(actor, botId);
    if (actor.kind === 'visitor') return this.askIn(actor, actor.conversationId, input);
    if (input.chatId !== undefined && !isUuid(input.chatId)) throw chatErrors.chat_not_found();
    const bot = await this.bots.get(actor, botId);
    const masked = await this.masking.message(actor.teamId, botId, input);
    return this.begin(actor, await this.opening.inSession(actor, bot, masked), masked, bot);
  }

  /** As `ask`, in a conversation that there is, whoever began it. @throws `chats.conversation_not_found` */
  async askIn(actor: Actor, conversationId: string, input: AskInput): Promise<LiveTurn> {
    requireScope(actor, 'chat:write');
    requireConversationId(actor, conversationId);
    const masked = await this.masking.messageIn(actor.teamId, conversationId, input);
    if (!masked) throw chatErrors.conversation_not_found();
    const handle = await this.opening.inConversation(actor, conversationId, botOf(actor), masked);
    return this.begin(actor, handle, masked);
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

  private begin(actor: Actor, { start, principal, opened }: OpenTurnHandle, input: AskInput, bot?: Bot): LiveTurn {
    const turn = new LiveTurn(start, principal);
    this.live.begin(turn);
    void observeTurn(turn, () => this.answering.answer(actor, turn, input, opened, bot));
    return turn;
  }
}
