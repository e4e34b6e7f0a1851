/** Figures as one would make them by hand, from everything that happened and by nothing of the product's own. */
import type { DomainEvent } from '#infra/events';
import { MINUTE_MS } from '#kernel';
import type { MadeUpChats, MadeUpMessage } from './made-up-chats';

export interface RecountRange {
  botId: string;
  from: Date;
  to: Date;
  period: 'daily' | 'weekly' | 'monthly' | 'all';
  timezone: string;
}

interface NaiveSitting {
  botId: string;
  startedAt: Date;
  lastAt: Date;
  messages: number;
}

export class Recount {
  private readonly sittings: readonly NaiveSitting[];

  constructor(
    private readonly chats: MadeUpChats,
    idleMs: number,
  ) {
    this.sittings = [...chats.conversationBots.keys()].flatMap((id) => sittingsIn(chats, id, idleMs));
  }

  messages(range: RecountRange) {
    const said = this.chats.messages.filter((message) => isWithin(message, range));
    return this.perBucket(
      range,
      said,
      ({ at }) => at,
      (of) => ({
        total: of.length,
        userMessages: of.filter(({ role }) => role === 'user').length,
        botMessages: of.filter(({ role }) => role === 'bot').length,
        agentMessages: of.filter(({ role }) => role === 'agent').length,
      }),
    );
  }

  users(range: RecountRange) {
    const all = this.chats.messages.filter(({ role, botId }) => role === 'user' && botId === range.botId);
    const firstAt = new Map<string, Date>();
    for (const { userRef, at } of all) {
      const known = firstAt.get(userRef);
      if (!known || at < known) firstAt.set(userRef, at);
    }
    const said = all.filter((message) => isWithin(message, range));
    return this.perBucket(
      range,
      said,
      ({ at }) => at,
      (of) => {
        const users = new Set(of.map(({ userRef }) => userRef));
        const newUsers = [...users].filter((user) =>
          of.some(({ at }) => at.getTime() === firstAt.get(user)!.getTime()),
        );
        return { total: users.size, newUsers: newUsers.length, returningUsers: users.size - newUsers.length };
      },
    );
  }

  sessions(range: RecountRange) {
    const begun = this.sittings.filter(({ botId, startedAt }) => isWithin({ botId, at: startedAt }, range));
    return this.perBucket(
      range,
      begun,
      ({ startedAt }) => startedAt,
      (of) => ({
        total: of.length,
        averageDuration: mean(of.map(({ startedAt, lastAt }) => lastAt.getTime() - startedAt.getTime())) / 1_000,
        averageMessages: mean(of.map(({ messages }) => messages)),
      }),
    );
  }

  intents({ botId, from, to }: RecountRange) {
    const counts: Record<string, number> = {};
    for (const { reply } of this.chats.messages.filter((message) => isWithin(message, { botId, from, to }))) {
      if (reply?.intent && reply.inScope) counts[reply.intent] = (counts[reply.intent] ?? 0) + 1;
    }
    return counts;
  }

  replies(range: RecountRange) {
    const replies = this.chats.messages.flatMap((message) =>
      message.reply && isWithin(message, range) ? [message.reply] : [],
    );
    const sum = (of: (reply: (typeof replies)[number]) => number) => replies.reduce((all, one) => all + of(one), 0);
    return {
      total: replies.length,
      inputTokens: sum(({ inputTokens }) => inputTokens),
      outputTokens: sum(({ outputTokens }) => outputTokens),
      costUsd: sum(({ costUsd }) => costUsd ?? 0),
      averageLatencyMs: mean(replies.map(({ latencyMs }) => latencyMs)),
      averageConfidence: mean(replies.map(({ confidence }) => confidence)),
      noContext: replies.filter(({ isGrounded, isSmallTalk }) => !isGrounded && !isSmallTalk).length,
    };
  }

  events(name: string, { botId, from, to }: RecountRange): DomainEvent[] {
    return this.chats.events.filter(
      (event) =>
        event.name === name &&
        isWithin({ botId: (event.data as { botId: string }).botId, at: event.occurredAt }, { botId, from, to }),
    );
  }

  private perBucket<Item, Figures>(
    range: RecountRange,
    items: readonly Item[],
    atOf: (item: Item) => Date,
    tell: (items: readonly Item[]) => Figures,
  ) {
    const byDate = Map.groupBy(items, (item) => bucketOf(atOf(item), range));
    return { totals: tell(items), byDate: new Map([...byDate].map(([date, of]) => [date, tell(of)])) };
  }
}

function isWithin(
  { botId, at }: Pick<MadeUpMessage, 'botId' | 'at'>,
  range: Pick<RecountRange, 'botId' | 'from' | 'to'>,
): boolean {
  return botId === range.botId && at >= range.from && at < range.to;
}

function bucketOf(at: Date, { from, period, timezone }: RecountRange): string {
  const day = localDay(period === 'all' ? from : at, timezone);
  if (period === 'monthly') return `${day.slice(0, 7)}-01`;
  if (period !== 'weekly') return day;
  const date = new Date(day);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

/** `YYYY-MM-DD`, as Swedes write it. */
export function localDay(at: Date, timeZone: string): string {
  return at.toLocaleDateString('sv-SE', { timeZone });
}

/** A user's message begins a sitting after the idle time or an end; all else belongs to the one before. */
function sittingsIn(chats: MadeUpChats, conversationId: string, idleMs: number): NaiveSitting[] {
  const said = chats.messages
    .filter((message) => message.conversationId === conversationId)
    .sort((a, b) => a.position - b.position);
  const ends = chats.endings.filter((end) => end.conversationId === conversationId);
  const sittings: NaiveSitting[] = [];
  let lastUserAt = new Date(0);
  for (const { role, at, botId } of said) {
    const last = sittings.at(-1);
    const isLater = last !== undefined && at.getTime() - last.lastAt.getTime() > idleMs;
    const wasEnded = ends.some((end) => end.at > lastUserAt && end.at <= at);
    if (!last || (role === 'user' && (isLater || wasEnded))) {
      sittings.push({ botId, startedAt: at, lastAt: at, messages: 1 });
    } else {
      last.messages += 1;
      if (at > last.lastAt) last.lastAt = at;
    }
    if (role === 'user') lastUserAt = at;
  }
  return sittings;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The default of SESSION_IDLE_MINUTES. */
export const IDLE_MS = 30 * MINUTE_MS;
