import { Injectable } from '@nestjs/common';
import { type Actor, SECOND_MS } from '#kernel';
import type { ConversationMessage } from '../chats.types';
import { requireTeamMember } from '../conversation-access';
import { ConversationChanges } from '../conversation-changes';
import { ConversationQueries } from '../conversations.queries';
import { WakeUp } from '../wake-up';
import { EscalationQueries } from './escalations.queries';
import type { Escalation } from './hand-off.types';
import type { TeamFeedItem } from './team-feed.types';

/** Open escalations that one reader is told of; the oldest ones. */
const MAX_OPEN = 500;
/** New messages of one conversation that are told at once; whoever wants more reads the conversation. */
const MAX_MESSAGES = 50;
/** How late a reader learns what no notice told. */
const POLL_MS = 10 * SECOND_MS;

interface Seen {
  state: Escalation['state'];
  agentId: string | undefined;
  position: number;
  /** To tell of one whose conversation was deleted. */
  last: Escalation;
}

/**
 * What happens with a team's escalations, as it happens. Whenever something has changed, what is open is read and compared
 * with what the reader has been told; so nothing is lost with a notice, and nothing is kept but the state of what is open.
 */
@Injectable()
export class TeamFeed {
  constructor(
    private readonly escalations: EscalationQueries,
    private readonly conversations: ConversationQueries,
    private readonly changes: ConversationChanges,
  ) {}

  async *follow(actor: Actor, signal: AbortSignal): AsyncGenerator<TeamFeedItem> {
    requireTeamMember(actor, 'conversations:read');
    const { teamId } = actor;
    const wakeUp = new WakeUp(signal);
    const leave = this.changes.onTeam(teamId, () => wakeUp.ring());
    const timer = setInterval(() => wakeUp.ring(), POLL_MS).unref();
    try {
      const open = await this.escalations.open(teamId, MAX_OPEN);
      const seen = new Map(open.map((escalation) => [escalation.id, seenOf(escalation)]));
      yield { type: 'open', escalations: open };
      for (;;) {
        await wakeUp.next();
        if (signal.aborted) return;
        yield* this.news(teamId, seen);
      }
    } finally {
      clearInterval(timer);
      leave();
    }
  }

  private async *news(teamId: string, seen: Map<string, Seen>): AsyncGenerator<TeamFeedItem> {
    const open = await this.escalations.open(teamId, MAX_OPEN);
    for (const escalation of open) {
      const before = seen.get(escalation.id);
      const messages = await this.newMessages(escalation, before);
      seen.set(escalation.id, {
        ...seenOf(escalation),
        position: messages.at(-1)?.position ?? positionOf(escalation, before),
      });
      for (const type of changesOf(before, escalation)) yield { type, escalation };
      for (const message of messages) yield { type: 'message', escalation, message };
    }
    const isOpen = new Set(open.map(({ id }) => id));
    const gone = [...seen].flatMap(([id, { last }]) => (isOpen.has(id) ? [] : [last]));
    for (const { id } of gone) seen.delete(id);
    for (const escalation of await this.ended(teamId, gone)) yield { type: 'ended', escalation };
  }

  private async ended(teamId: string, gone: readonly Escalation[]): Promise<Escalation[]> {
    if (gone.length === 0) return [];
    const ids = gone.map(({ id }) => id);
    const stored = new Map(
      (await this.escalations.byIds(teamId, ids)).map((escalation) => [escalation.id, escalation]),
    );
    return gone.map((last) => stored.get(last.id) ?? { ...last, state: 'resolved' });
  }

  private async newMessages(
    { conversationId, messageCount }: Escalation,
    before: Seen | undefined,
  ): Promise<ConversationMessage[]> {
    if (!before || before.position === messageCount) return [];
    const range = { after: before.position, limit: MAX_MESSAGES, isSettled: true };
    return this.conversations.messages(conversationId, range);
  }
}

function seenOf(last: Escalation): Seen {
  return { state: last.state, agentId: last.agent?.id, position: last.messageCount, last };
}

/** One that was told just now begins with what was said before. */
function positionOf({ messageCount }: Escalation, before: Seen | undefined): number {
  return before?.position ?? messageCount;
}

function changesOf(before: Seen | undefined, { state, agent }: Escalation): Array<'created' | 'assigned' | 'accepted'> {
  if (!before) return ['created'];
  if (state === 'active' && (before.state !== 'active' || before.agentId !== agent?.id)) return ['accepted'];
  return before.agentId !== agent?.id && agent ? ['assigned'] : [];
}
