import { Injectable } from '@nestjs/common';
import { BotsService, type HandOffPolicy } from '#domain/bots';
import { type AskInput, chatErrors, type LiveTurn, Turns } from '#domain/chats';
import { ConversationTokens } from '#domain/identity';
import { Config } from '#infra/config';
import type { Actor } from '#kernel';
import type { SendMessage } from './conversation-answers.dto';
import { SUPPORT_IDS } from './support.ids';

/** Frustration, 0 to 1, above which nobody should be left with a bot. */
const FRUSTRATION_LIMIT = 0.85;

export interface Asked {
  actor: Actor;
  body: SendMessage;
  /** Of who may ask again, see `Turns.ask`. */
  messageId: string | undefined;
}

export interface BegunTurn {
  turn: LiveTurn;
  /** For the page whose public key has just begun the conversation. */
  token: string | undefined;
}

/** One message of an end user and the answer to it, by the rules of this API. */
@Injectable()
export class ConversationTurns {
  private readonly handOffDefaults: HandOffPolicy;

  constructor(
    private readonly turns: Turns,
    private readonly bots: BotsService,
    private readonly tokens: ConversationTokens,
    { support }: Config,
  ) {
    this.handOffDefaults = {
      isEnabled: true,
      confidenceBelow: support.confidenceThreshold,
      onUserRequest: true,
      frustrationAbove: FRUSTRATION_LIMIT,
    };
  }

  /** @throws `chats.conversation_not_found` for one of another team, and for any but a visitor's own */
  async ask(asked: Asked, isStreamed: boolean): Promise<BegunTurn> {
    const { actor, body } = asked;
    const input = this.inputOf(asked, isStreamed);
    const conversationId = continuedBy(actor, body);
    if (conversationId !== undefined) {
      return { turn: await this.turns.askIn(actor, conversationId, input), token: undefined };
    }
    if (actor.kind !== 'widget_key') {
      const { id: botId } = await this.bots.ensureDefault(actor);
      return { turn: await this.turns.ask(actor, botId, input), token: undefined };
    }
    const turn = await this.turns.ask(actor, actor.botId, input);
    return { turn, token: this.tokens.issue(actor, turn.start.conversationId) };
  }

  private inputOf({ actor, body, messageId }: Asked, isStreamed: boolean): AskInput {
    const { message, user_id, channel, metadata } = body;
    return {
      message,
      isStreamed,
      ...(messageId === undefined ? {} : { userMessageId: messageId }),
      userRef: user_id,
      channel: channel ?? (actor.kind === 'widget_key' ? 'widget' : 'api'),
      ...(metadata ? { conversationMetadata: metadata } : {}),
      handOffDefaults: this.handOffDefaults,
    };
  }
}

/** A visitor has one conversation, named or not. */
function continuedBy(actor: Actor, { conversation_id: named }: SendMessage): string | undefined {
  if (named === undefined || named === null) return actor.kind === 'visitor' ? actor.conversationId : undefined;
  const conversationId = SUPPORT_IDS.decode('conversation', named);
  if (conversationId === undefined) throw chatErrors.conversation_not_found();
  return conversationId;
}
