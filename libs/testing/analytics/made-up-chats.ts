import type { Database } from '#infra/database';
import type { DomainEvent } from '#infra/events';
import { DAY_MS, HOUR_MS, MINUTE_MS, newId, SECOND_MS } from '#kernel';

/** A number generator that gives the same each time (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface MadeUpMessage {
  botId: string;
  conversationId: string;
  userRef: string;
  position: number;
  role: 'user' | 'bot' | 'agent';
  at: Date;
  reply?: MadeUpReply;
}

export interface MadeUpReply {
  model: string;
  modelId: number;
  inputTokens: number;
  outputTokens: number;
  costUsd: number | null;
  latencyMs: number;
  confidence: number;
  isGrounded: boolean;
  isSmallTalk: boolean;
  intent: string | null;
  intentConfidence: number | null;
  inScope: boolean | null;
}

/** Times between two messages that matter: within a sitting, around the idle time, a day, a week, a month. */
const GAPS_MS = [
  20 * SECOND_MS,
  5 * MINUTE_MS,
  16 * MINUTE_MS,
  29 * MINUTE_MS,
  31 * MINUTE_MS,
  3 * HOUR_MS,
  23 * HOUR_MS,
  24 * HOUR_MS,
  25 * HOUR_MS,
  3 * DAY_MS,
  7 * DAY_MS,
  30 * DAY_MS,
];

/** Conversations as `chats` stores them, with the events that tell of them. */
export class MadeUpChats {
  readonly messages: MadeUpMessage[] = [];
  readonly endings: Array<{ conversationId: string; at: Date }> = [];
  readonly events: DomainEvent[] = [];
  readonly conversationBots = new Map<string, string>();
  private readonly conversationRows: object[] = [];
  private readonly messageRows: object[] = [];

  constructor(
    private readonly database: Database,
    readonly teamId: string,
    private readonly random: () => number,
  ) {}

  converse(botId: string, userRef: string, startAt: Date, turns: number): void {
    const conversationId = newId();
    this.conversationBots.set(conversationId, botId);
    this.conversationRows.push({
      id: conversationId,
      bot_id: botId,
      user_ref: userRef,
      started_at: startAt,
      message_count: 2 * turns,
    });
    const of = { botId, conversationId, userRef };
    this.tell('conversation.started', startAt, of);
    let at = startAt;
    for (let turn = 0; turn < turns; turn += 1) {
      this.turn(of, 2 * turn + 1, at);
      const next = new Date(at.getTime() + this.pick(GAPS_MS) + Math.floor(this.random() * MINUTE_MS));
      if (this.random() < 0.2) this.end(of, at, next);
      at = next;
    }
  }

  /** Stores what was said since the last time. */
  async write(): Promise<void> {
    await this.database.query(
      `insert into conversation (id, team_id, bot_id, session_key, user_ref, started_at, last_message_at, message_count)
       select id, $2, bot_id, id::text, user_ref, started_at, started_at, message_count
       from jsonb_to_recordset($1::jsonb)
         as r (id uuid, bot_id uuid, user_ref text, started_at timestamptz, message_count integer)`,
      [JSON.stringify(this.conversationRows.splice(0)), this.teamId],
    );
    await this.database.query(
      `insert into message
         (id, conversation_id, position, role, state, content, principal, created_at, completed_at, reply)
       select id, conversation_id, position, role, state, 'Hi', 'key:k', at, at, reply
       from jsonb_to_recordset($1::jsonb) as r
         (id uuid, conversation_id uuid, position integer, role text, state text, at timestamptz, reply jsonb)`,
      [JSON.stringify(this.messageRows.splice(0))],
    );
  }

  /** An event that happened, as the outbox would tell it. */
  tell(name: string, occurredAt: Date, data: object): void {
    this.events.push({ id: newId(), name, teamId: this.teamId, occurredAt, data });
  }

  private turn(of: { botId: string; conversationId: string; userRef: string }, position: number, at: Date) {
    this.say({ ...of, position, role: 'user', at });
    const chance = this.random();
    // A reply that failed leaves a gap and no event; one that took long comes after the next message.
    if (chance < 0.1) return this.store({ ...of, position: position + 1, role: 'bot', at }, 'failed');
    const tookMs = chance < 0.2 ? 12 * MINUTE_MS : Math.floor(this.random() * 9_000) + 1;
    const answeredAt = new Date(at.getTime() + tookMs);
    if (chance > 0.9) return this.say({ ...of, position: position + 1, role: 'agent', at: answeredAt });
    this.say({ ...of, position: position + 1, role: 'bot', at: answeredAt, reply: this.replyOf(tookMs) });
    if (this.random() < 0.2) this.tell('message.rated', answeredAt, { ...of, rating: 'positive', score: 5 });
    if (this.random() < 0.1) this.tell('conversation.escalated', answeredAt, of);
  }

  private end(of: { conversationId: string }, after: Date, before: Date): void {
    const at = new Date(Math.floor((after.getTime() + before.getTime()) / 2));
    this.endings.push({ conversationId: of.conversationId, at });
    this.tell('conversation.ended', at, { ...of, botId: this.conversationBots.get(of.conversationId) });
  }

  private say(message: MadeUpMessage): void {
    const messageId = this.store(message, 'complete');
    this.messages.push(message);
    const { botId, conversationId, userRef, role, at, reply } = message;
    const names = { user: 'message.received', bot: 'message.sent', agent: 'message.agent-replied' };
    // Events of an older release say nothing of the reply.
    const told = reply && this.random() < 0.8 ? { reply } : {};
    this.tell(names[role], at, { botId, conversationId, userRef, messageId, ...told });
  }

  private store({ conversationId, position, role, at, reply }: MadeUpMessage, state: 'complete' | 'failed'): string {
    const id = newId();
    const stored = reply ? storedReplyOf(reply) : null;
    this.messageRows.push({ id, conversation_id: conversationId, position, role, state, at, reply: stored });
    return id;
  }

  private replyOf(latencyMs: number): MadeUpReply {
    const isKnown = this.random() < 0.7;
    const hasIntents = this.random() < 0.6;
    return {
      model: this.pick(['small', 'large']),
      modelId: 1 + Math.floor(this.random() * 2),
      inputTokens: Math.floor(this.random() * 500),
      outputTokens: Math.floor(this.random() * 200),
      costUsd: this.random() < 0.5 ? Math.floor(this.random() * 1_000) / 1_000 : null,
      latencyMs,
      confidence: Math.floor(this.random() * 1_000) / 1_000,
      isGrounded: isKnown,
      isSmallTalk: !isKnown && this.random() < 0.3,
      intent: hasIntents ? this.pick(['greeting', 'returns', '=cmd|x']) : null,
      intentConfidence: hasIntents ? 0.9 : null,
      inScope: hasIntents ? this.random() < 0.8 : null,
    };
  }

  private pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.random() * items.length)]!;
  }
}

/** As `message.reply` holds it. */
function storedReplyOf({ inputTokens, outputTokens, isGrounded, intent, inScope, costUsd, ...reply }: MadeUpReply) {
  return {
    ...reply,
    usage: { inputTokens, outputTokens },
    grounded: isGrounded,
    ...(costUsd === null ? {} : { costUsd }),
    ...(intent === null ? {} : { intent: { name: intent, confidence: 0.9, inScope, modelVersion: 1 } }),
  };
}
