import { Injectable } from '@nestjs/common';
import type { Bot } from '#domain/bots';
import type { Reply, TurnInContext } from '#domain/replies';
import { type Actor, AppError, Clock, newId, principalOf } from '#kernel';
import type { AskInput } from '../chats.types';
import { LiveTurns } from '../live-turns';
import { ReplyStoring } from '../reply-storing.service';
import { type OpenTurnHandle, TurnOpening } from '../turn-opening.service';
import { TurnRemembering } from '../turn-remembering.service';
import { CompletionQueries } from './completions.queries';
import type { CompletionInput } from './completions.types';
import { threadDigest } from './thread-digest';

export interface Completed {
  actor: Actor;
  bot: Readonly<Bot>;
  /** As the caller gave it: what is asked next repeats it word for word. */
  given: CompletionInput;
  /** As redactors have left it. */
  masked: AskInput;
  reply: Reply;
  toRemember?: TurnInContext | undefined;
}

/** What comes in through these APIs. */
const CHANNEL = 'openai';

/**
 * Keeps what was completed: as a turn of a conversation, so that it is seen, counted and told like any other, and as a row that
 * the caller's next request finds.
 */
@Injectable()
export class CompletionRecording {
  constructor(
    private readonly queries: CompletionQueries,
    private readonly opening: TurnOpening,
    private readonly storing: ReplyStoring,
    private readonly remembering: TurnRemembering,
    private readonly live: LiveTurns,
    private readonly clock: Clock,
  ) {}

  /** @returns the conversation; undefined when the reply only wants tools called, which is no turn yet */
  async record(id: string, completed: Completed): Promise<string | undefined> {
    const { actor, bot, given, reply } = completed;
    const { history, message, userRef, previous, contentOf } = given;
    const isTurn = reply.toolCalls === undefined;
    const earlier = await this.earlierConversation(completed);
    const conversationId = isTurn ? await this.storeTurn(completed, earlier) : earlier;
    const said = [...history, { role: 'user' as const, text: message }, { role: 'bot' as const, text: reply.text }];
    await this.queries.insert({
      id,
      teamId: actor.teamId,
      botId: bot.id,
      principal: principalOf(actor),
      userRef,
      conversationId: conversationId ?? null,
      previousId: previous?.id,
      threadDigest: threadDigest(isTurn ? said : history),
      content: contentOf?.(reply, id) ?? null,
      createdAt: this.clock.now(),
    });
    return isTurn ? conversationId : undefined;
  }

  private async earlierConversation({ actor, bot, given }: Completed): Promise<string | undefined> {
    const { previous, history } = given;
    if (previous) return previous.conversationId ?? undefined;
    if (history.length === 0) return undefined;
    return this.queries.conversationOf(bot.id, principalOf(actor), threadDigest(history));
  }

  private async storeTurn(completed: Completed, earlier: string | undefined): Promise<string> {
    const { actor, bot, masked, reply, toRemember } = completed;
    const { start, opened } = await this.open(actor, bot, masked, earlier);
    try {
      // While a person answers, only the message is stored.
      if (opened.handling !== 'human') {
        const made = toRemember ? { reply, toRemember } : { reply };
        const remembered = this.remembering.remember(bot, start, made);
        await this.storing.store({ teamId: actor.teamId, start, escalation: opened.escalation }, reply);
        await remembered;
      }
      return start.conversationId;
    } finally {
      this.live.forget(start.messageId);
    }
  }

  /** The earlier conversation may have been deleted. */
  private async open(
    actor: Actor,
    bot: Readonly<Bot>,
    masked: AskInput,
    earlier: string | undefined,
  ): Promise<OpenTurnHandle> {
    const input = { ...masked, channel: CHANNEL, sessionKey: newId() };
    if (earlier === undefined) return this.opening.inSession(actor, bot, input, 'paid');
    return this.opening.inConversation(actor, earlier, bot, input, 'paid').catch((error: unknown) => {
      if (error instanceof AppError && error.kind === 'not_found')
        return this.opening.inSession(actor, bot, input, 'paid');
      throw error;
    });
  }
}
