import { Injectable } from '@nestjs/common';
import { type Actor, requireScope } from '#kernel';
import type { Conversation, ConversationMessage, FeedItem } from './chats.types';
import { ConversationQueries } from './conversations.queries';
import { Conversations, toConversation } from './conversations.service';
import { FeedFollowers } from './feed-followers.service';
import { WakeUp } from './wake-up';

/** Read at once; a reader who is slower than the conversation gets it page by page. */
const PAGE = 100;

export interface FeedStart {
  /** The position of the last message that the reader has; 0 unless given. */
  afterPosition?: number;
  /** Ends it. */
  signal: AbortSignal;
}

/**
 * A conversation as it happens: what is stored after the reader's position, then what comes. Everything is read from storage,
 * in the order of positions and never past a reply that is still being made, so that a reader who comes back with the last
 * position misses nothing and sees nothing twice; notices only say when to look.
 */
@Injectable()
export class ConversationFeed {
  constructor(
    private readonly conversations: Conversations,
    private readonly queries: ConversationQueries,
    private readonly followers: FeedFollowers,
  ) {}

  /** Ends also when the conversation is deleted. @throws `chats.conversation_not_found` */
  async *follow(
    actor: Actor,
    conversationId: string,
    { afterPosition = 0, signal }: FeedStart,
  ): AsyncGenerator<FeedItem> {
    requireScope(actor, 'conversations:read');
    let conversation: Conversation | undefined = await this.conversations.find(actor, conversationId);
    const wakeUp = new WakeUp(signal);
    const follower = { conversationId, after: afterPosition, state: '', wake: () => wakeUp.ring() };
    const leave = this.followers.add(follower);
    try {
      let told: FeedItem | undefined;
      while (conversation && !signal.aborted) {
        for await (const message of this.unseen(conversationId, follower.after)) {
          if (signal.aborted) return;
          follower.after = message.position;
          yield { type: 'message', position: message.position, message };
        }
        const now = handlingOf(conversation);
        follower.state = stateKey(conversation);
        if (!isSame(told, now)) yield now;
        told = now;
        await wakeUp.next();
        conversation = await this.current(actor, conversationId);
      }
    } finally {
      leave();
    }
  }

  private async *unseen(conversationId: string, afterPosition: number): AsyncGenerator<ConversationMessage> {
    let after = afterPosition;
    for (;;) {
      const page = await this.queries.messages(conversationId, { after, limit: PAGE, isSettled: true });
      yield* page;
      const last = page.at(-1);
      if (!last || page.length < PAGE) return;
      after = last.position;
    }
  }

  private async current({ teamId }: Actor, conversationId: string): Promise<Conversation | undefined> {
    const row = await this.queries.find(teamId, conversationId);
    return row && toConversation(row);
  }
}

type HandlingItem = Extract<FeedItem, { type: 'handling' }>;

function handlingOf({ handling, status, agent }: Conversation): HandlingItem {
  return { type: 'handling', handling, status, agent };
}

function isSame(told: FeedItem | undefined, { handling, status, agent }: HandlingItem): boolean {
  return (
    told?.type === 'handling' &&
    told.handling === handling &&
    told.status === status &&
    told.agent?.id === agent?.id &&
    told.agent?.name === agent?.name
  );
}

/** As FeedQueries writes it. */
function stateKey({ handling, resolvedAt }: Conversation): string {
  return `${handling}:${resolvedAt !== null}`;
}
