import { Injectable } from '@nestjs/common';
import { Config } from '#infra/config';
import type { Fact } from './facts';
import { type Sitting, sittingsOf } from './sittings';
import { type ChangedConversation, SittingQueries, type SittingState } from './sittings.queries';
import type { Tally } from './tally';

/**
 * Keeps the sittings of conversations. They are made from the messages that are stored, so it does not matter how often, how
 * late and in which order these are heard of. A message after all others only continues the last sitting; one that comes
 * between, as a reply that took longer than the next message, has its sitting and those that follow made again.
 */
@Injectable()
export class Sittings {
  constructor(
    private readonly queries: SittingQueries,
    private readonly config: Config,
  ) {}

  /** Gives the conversations that there still are. The bots are locked. */
  async note(tally: Tally, facts: readonly Fact[]): Promise<ReadonlySet<string>> {
    const endings = facts.filter(({ kind }) => kind === 'ended');
    await this.queries.addEndings(endings);
    const messageIds = facts.flatMap((fact) => ('messageId' in fact ? [fact.messageId] : []));
    const changed = conversationsOf(facts.filter((fact) => 'messageId' in fact || fact.kind === 'ended'));
    if (changed.length === 0) return new Set();
    const states = await this.queries.states(changed, messageIds);
    const endedAt = new Map(changed.map(({ conversationId, endedAt: at }) => [conversationId, at?.getTime()]));
    await this.renew(
      tally,
      states.flatMap((state) => renewalOf(state, endedAt.get(state.conversationId)) ?? []),
    );
    return new Set(states.map(({ conversationId }) => conversationId));
  }

  private async renew(tally: Tally, renewals: readonly Renewal[]): Promise<void> {
    if (renewals.length === 0) return;
    const messages = await this.queries.messagesFrom(
      renewals.map(({ state, position, open }) => ({
        conversationId: state.conversationId,
        position: open ? open.lastPosition + 1 : position,
      })),
    );
    const saidIn = Map.groupBy(messages, ({ conversationId }) => conversationId);
    const found = renewals.flatMap(({ state: { conversationId, botId, endsMs }, open }) =>
      sittingsOf(open, saidIn.get(conversationId) ?? [], endsMs, this.config.chats.sessionIdleMs).map((sitting) => ({
        ...sitting,
        conversationId,
        botId,
      })),
    );
    const botOf = new Map(renewals.map(({ state }) => [state.conversationId, state.botId]));
    const gone = await this.queries.removeFrom(
      renewals.map(({ state, position }) => ({ conversationId: state.conversationId, position })),
    );
    for (const sitting of gone) tallySitting(tally, botOf.get(sitting.conversationId)!, sitting, -1);
    await this.queries.insert(found);
    for (const sitting of found) tallySitting(tally, sitting.botId, sitting, 1);
  }
}

function conversationsOf(facts: readonly Fact[]): ChangedConversation[] {
  const byId = new Map<string, ChangedConversation>();
  for (const { conversationId, kind, at } of facts) {
    const { endedAt } = byId.get(conversationId) ?? {};
    const earliest = kind === 'ended' && (!endedAt || at < endedAt) ? at : endedAt;
    byId.set(conversationId, { conversationId, endedAt: earliest });
  }
  return [...byId.values()];
}

interface Renewal {
  state: SittingState;
  /** Sittings that begin here or later are made again. */
  position: number;
  /** Set when nothing but what was said after its end is new. */
  open: Sitting | undefined;
}

/** Undefined when nothing has changed. */
function renewalOf(state: SittingState, endedAtMs: number | undefined): Renewal | undefined {
  const { last, changedFrom, messageWithin, endWithin } = state;
  if (!last) return { state, position: 0, open: undefined };
  const isSplit = endedAtMs !== undefined && endedAtMs <= last.lastAtMs;
  const isBetween = changedFrom !== null && changedFrom <= last.lastPosition && !isKnown(last, changedFrom);
  if (!isSplit && !isBetween) {
    return changedFrom === null ? undefined : { state, position: last.firstPosition, open: last };
  }
  const position = Math.min(
    last.firstPosition,
    isBetween ? (messageWithin ?? 0) : last.firstPosition,
    isSplit ? (endWithin ?? 0) : last.firstPosition,
  );
  return { state, position, open: undefined };
}

/** A sitting without gaps holds the message already: it was stored when an earlier one was heard of. */
function isKnown({ firstPosition, lastPosition, messages }: Sitting, position: number): boolean {
  return position >= firstPosition && messages === lastPosition - firstPosition + 1;
}

function tallySitting(tally: Tally, botId: string, sitting: Sitting, sign: 1 | -1): void {
  tally.add(botId, sitting.startedAtMs, {
    sittings: sign,
    sitting_messages: sign * sitting.messages,
    sitting_ms: sign * (sitting.lastAtMs - sitting.startedAtMs),
  });
}
