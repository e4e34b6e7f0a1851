/**
 * Wakes those who look at a conversation, or at all that a team's people have to do with. Whoever is woken reads what is new
 * from storage; that nobody was woken is made good by their polls.
 */
import { Injectable } from '@nestjs/common';
import { Notices } from '#infra/notices';
import { conversationChanged } from './chats.notices';

type Listener = () => void;

class Listeners {
  private readonly byKey = new Map<string, Set<Listener>>();

  add(key: string, listener: Listener): () => void {
    const listeners = this.byKey.get(key) ?? new Set();
    this.byKey.set(key, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.byKey.get(key) === listeners) this.byKey.delete(key);
    };
  }

  call(key: string): void {
    for (const listener of this.byKey.get(key) ?? []) listener();
  }

  callAll(): void {
    for (const key of [...this.byKey.keys()]) this.call(key);
  }
}

@Injectable()
export class ConversationChanges {
  private readonly conversations = new Listeners();
  private readonly teams = new Listeners();

  constructor(private readonly notices: Notices) {
    notices.on(conversationChanged, ({ conversationId, teamId }) => {
      this.conversations.call(conversationId);
      this.teams.call(teamId);
    });
    notices.onGap(() => {
      this.conversations.callAll();
      this.teams.callAll();
    });
  }

  /** Wakes those of this process alone, which costs nothing: for what only concerns the end user and the bot. */
  tellHere(conversationId: string): void {
    this.conversations.call(conversationId);
  }

  /** Wakes those of every process; within a transaction after its commit. */
  tellAll(conversationId: string, teamId: string): void {
    void this.notices.publish(conversationChanged, { conversationId, teamId });
  }

  /** `listener` must be quick. Gives what ends it. */
  onConversation(conversationId: string, listener: Listener): () => void {
    return this.conversations.add(conversationId, listener);
  }

  onTeam(teamId: string, listener: Listener): () => void {
    return this.teams.add(teamId, listener);
  }
}
