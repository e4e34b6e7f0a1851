import { Injectable, Logger } from '@nestjs/common';
import type { Bot } from '#domain/bots';
import { BudgetMeter, type Spender, spenderOf } from '#domain/budgets';
import { ReplyEngine, type ReplyRequest } from '#domain/replies';
import { type Actor, Clock, DAY_MS, isUuid, newId, opensBot, requireScope } from '#kernel';
import { estimateTokens } from '#providers/llm';
import { chatErrors } from '../chats.errors';
import type { AskInput } from '../chats.types';
import { botOf, requireActive, requireBot } from '../conversation-access';
import { SaidMasking } from '../said-masking.service';
import { tokensOf } from '../tokens-of';
import { CompletionRecording } from './completion-recording.service';
import { CompletionQueries } from './completions.queries';
import type { CompletionEvent, CompletionInput, StoredCompletion } from './completions.types';

/** As long as the API that this is for promises; a conversation lives on without. */
const KEPT_MS = 30 * DAY_MS;
const DELETED_AT_ONCE = 1_000;

/**
 * Replies to callers who speak to a bot as to a model: they keep the history, call their own tools, and leave when they want to.
 * The bot's instructions, knowledge, personality and plugins are in the reply as in any other; nobody takes the place of the bot.
 */
@Injectable()
export class Completions {
  private readonly logger = new Logger(Completions.name);

  constructor(
    private readonly engine: ReplyEngine,
    private readonly masking: SaidMasking,
    private readonly recording: CompletionRecording,
    private readonly queries: CompletionQueries,
    private readonly budgets: BudgetMeter,
    private readonly clock: Clock,
  ) {}

  /**
   * The reply while it is made; `done` comes when it is stored. Whoever stops reading ends its making, and nothing is kept; the
   * tokens until then are counted as they are estimated.
   *
   * @param id of the completion, a UUID
   * @throws `chats.bot_not_found`, `chats.bot_disabled`, `budgets.exhausted`, and what makes a reply fail
   */
  async *complete(
    actor: Actor,
    bot: Readonly<Bot>,
    given: CompletionInput,
    id: string = newId(),
  ): AsyncGenerator<CompletionEvent, void, undefined> {
    requireScope(actor, 'chat:write');
    requireBot(actor, bot.id);
    requireActive(bot);
    const spender = { ...spenderOf(actor), botId: bot.id, endUser: given.userRef };
    await this.budgets.admit(spender);
    const leaving = new AbortController();
    const signal = given.signal ? AbortSignal.any([given.signal, leaving.signal]) : leaving.signal;
    const masked = await this.masking.message(actor.teamId, bot.id, askInputOf(given));
    let told = '';
    let isWhole = false;
    try {
      for await (const event of this.engine.reply(requestOf(bot, given, id, signal))) {
        if (event.type !== 'done') {
          if (event.type === 'delta') told += event.text;
          yield event;
          continue;
        }
        const { reply, toRemember } = event;
        isWhole = true;
        await this.budgets.spend(spender, tokensOf(reply));
        const completed = { actor, bot, given, masked, reply, toRemember };
        const conversationId = given.isStored ? await this.recording.record(id, completed) : undefined;
        yield { type: 'done', id, reply, ...(conversationId === undefined ? {} : { conversationId }) };
      }
    } finally {
      leaving.abort();
      if (!isWhole && told !== '') await this.spendOnPart(spender, given, told);
    }
  }

  /** Of a reply that broke off nobody says what it has cost; the models' own words for it come only at its end. */
  private async spendOnPart(spender: Spender, { history, message }: CompletionInput, told: string): Promise<void> {
    const texts = [...history.map(({ text }) => text), message, told];
    const tokens = texts.reduce((sum, text) => sum + estimateTokens(text), 0);
    await this.budgets.spend(spender, tokens).catch((err: unknown) => {
      this.logger.warn({ message: 'The tokens of a reply that broke off could not be counted.', err });
    });
  }

  /** The completion and all that it goes on with, oldest first. @throws `chats.completion_not_found` */
  async thread(actor: Actor, id: string): Promise<readonly StoredCompletion[]> {
    requireScope(actor, 'chat:write');
    const chain = isUuid(id) ? await this.queries.chain(id, placeOf(actor)) : [];
    const isOpen = chain.every(({ botId }) => opensBot(actor, botId));
    if (!isOpen || chain.at(-1)?.content == null) throw chatErrors.completion_not_found();
    return chain;
  }

  /** @throws `chats.completion_not_found` */
  async find(actor: Actor, id: string): Promise<StoredCompletion> {
    requireScope(actor, 'conversations:read');
    const found = isUuid(id) ? await this.queries.find(id, placeOf(actor)) : undefined;
    if (!found || found.content === null || !opensBot(actor, found.botId)) throw chatErrors.completion_not_found();
    return found;
  }

  /** The conversation stays. @throws `chats.completion_not_found` */
  async delete(actor: Actor, id: string): Promise<void> {
    requireScope(actor, 'conversations:write');
    if (actor.kind === 'key' && actor.botIds) await this.find({ ...actor, scopes: ['conversations:read'] }, id);
    const isGone = isUuid(id) && (await this.queries.delete(id, placeOf(actor)));
    if (!isGone) throw chatErrors.completion_not_found();
  }

  async removeExpired(signal?: AbortSignal): Promise<void> {
    const before = new Date(this.clock.nowMs() - KEPT_MS);
    let removed: number;
    do removed = await this.queries.deleteOlder(before, DELETED_AT_ONCE);
    while (removed === DELETED_AT_ONCE && !signal?.aborted);
  }
}

function placeOf(actor: Actor) {
  if (actor.kind === 'visitor' || actor.kind === 'widget_key') throw chatErrors.person_needed();
  return { teamId: actor.teamId, botId: botOf(actor) };
}

function askInputOf({ message, attachments, userRef, isStreamed }: CompletionInput): AskInput {
  return {
    message,
    isStreamed,
    ...(attachments ? { attachments } : {}),
    ...(userRef === undefined ? {} : { userRef }),
  };
}

function requestOf(bot: Readonly<Bot>, given: CompletionInput, id: string, signal: AbortSignal): ReplyRequest {
  const { message, history, attachments = [], caller, configuration, userRef, isStreamed, previous } = given;
  const endUser = userRef && { userRef, conversationId: previous?.conversationId ?? id };
  return {
    teamId: bot.teamId,
    botId: bot.id,
    botName: bot.name,
    configuration: { ...bot.configuration, ...configuration },
    message,
    history,
    caller,
    ...(attachments.length === 0
      ? {}
      : { attachments: attachments.map(({ id: key, content }) => ({ ...content, id: key })) }),
    ...(endUser ? { endUser } : {}),
    place: { sessionKey: previous?.id ?? id, messageId: id },
    stream: isStreamed,
    signal,
  };
}
