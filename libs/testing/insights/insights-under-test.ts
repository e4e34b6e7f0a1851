/** For database specs: the insights of a bot whose conversations tests make up, as chats store them and analytics count them. */
import type { Bot, BotLookup, BotsService } from '#domain/bots';
import type { KnowledgeCheck, ReplyConfiguration } from '#domain/replies';
import type { ActiveModel, TrainingModels } from '#domain/training';
import type { Notices } from '#infra/notices';
import { type KeyActor, newId } from '#kernel';
import { GRAINS } from '../../domain/analytics/counting/counters';
import { BotFigures } from '../../domain/analytics/figures/bot-figures.service';
import { FigureQueries } from '../../domain/analytics/figures/figures.queries';
import { DocumentUse } from '../../domain/analytics/insights/findings/document-use.service';
import { InsightsQueries } from '../../domain/analytics/insights/insights.queries';
import { InsightsService } from '../../domain/analytics/insights/insights.service';
import { InsightsComputing } from '../../domain/analytics/insights/insights-computing.service';
import { TurnSampling } from '../../domain/analytics/insights/turn-sample.service';
import { openTestDatabase, type TestDatabase } from '../database';
import { MIGRATIONS } from '../index';
import { linkedNotices } from '../linked-notices';
import type { ManualClock } from '../manual-clock';

export interface MadeUpTurn {
  at: Date;
  text: string;
  isGrounded?: boolean;
  isSmallTalk?: boolean;
  confidence?: number;
  latencyMs?: number;
  documentIds?: readonly string[];
  intent?: { name: string; confidence: number; inScope: boolean };
  userRef?: string;
  channel?: string;
}

export interface MadeUpConversation {
  turns: readonly MadeUpTurn[];
  isEscalated?: boolean;
}

/** Whether the knowledge answers a text by now. */
type Knows = (text: string, configuration: ReplyConfiguration) => boolean;

export class InsightsUnderTest {
  readonly actor: KeyActor = {
    kind: 'key',
    keyId: newId(),
    userId: newId(),
    teamId: newId(),
    plan: 'free',
    scopes: ['analytics:read'],
  };
  readonly insights: InsightsService;
  bot = { id: '' } as Bot;
  baseId = '';
  model: ActiveModel | undefined;
  knows: Knows = () => false;
  /** How often insights were computed. */
  computations = 0;

  readonly notices: Notices;

  private constructor(
    private readonly db: TestDatabase,
    clock: ManualClock,
  ) {
    this.notices = linkedNotices(db.database)();
    const queries = new InsightsQueries(db.database);
    const lookup = { get: async () => this.bot } as unknown as BotLookup & BotsService;
    const figures = new BotFigures(new FigureQueries(db.database), lookup, clock);
    const models = { active: async () => this.model } as unknown as TrainingModels;
    const knowledge = {
      answers: async (one: Parameters<KnowledgeCheck['answers']>[0]) => this.knows(one.message, one.configuration),
    } as KnowledgeCheck;
    const [sampling, use] = [new TurnSampling(queries), new DocumentUse(queries)];
    const computing = new InsightsComputing(queries, figures, sampling, use, models, knowledge, clock);
    const counting = {
      compute: (...of: Parameters<InsightsComputing['compute']>) => {
        this.computations++;
        return computing.compute(...of);
      },
    } as InsightsComputing;
    this.insights = new InsightsService(lookup, counting, clock, this.notices);
  }

  static async open(clock: ManualClock): Promise<InsightsUnderTest> {
    const db = await openTestDatabase({ migrations: MIGRATIONS });
    const opened = new InsightsUnderTest(db, clock);
    await db.database.query(`insert into team (id, name) values ($1, 'Team')`, [opened.actor.teamId]);
    return opened;
  }

  close(): Promise<void> {
    return this.db.close();
  }

  /** From now on everything is of a new bot with a base of its own, without any history. */
  async beginWithBot(createdAt: Date): Promise<void> {
    this.model = undefined;
    this.knows = () => false;
    this.computations = 0;
    this.bot = { id: newId(), teamId: this.actor.teamId, configuration: {}, createdAt } as Bot;
    this.baseId = newId();
    const { id: botId, teamId } = this.bot;
    await this.db.database.query(
      `insert into bot (id, team_id, slug, name) values ($1::uuid, $2, $1::text, 'Helper')`,
      [botId, teamId],
    );
    await this.db.database.query(`insert into knowledge_base (id, team_id, bot_id, name) values ($1, $2, $3, 'Help')`, [
      this.baseId,
      teamId,
      botId,
    ]);
  }

  async addDocuments(titles: readonly string[], createdAt: Date): Promise<string[]> {
    const ids = titles.map(() => newId());
    await this.db.database.query(
      `insert into document (id, team_id, base_id, kind, title, content, passage_count, created_at)
       select d.id, $1, $2, 'item', d.title, repeat('word ', d.place::int), d.place, $5
       from unnest($3::uuid[], $4::text[]) with ordinality as d (id, title, place)`,
      [this.actor.teamId, this.baseId, ids, titles, createdAt],
    );
    return ids;
  }

  /** As chats store them, and as analytics count them. @returns ids of the replies */
  async hold(conversations: readonly MadeUpConversation[]): Promise<string[]> {
    const rows = conversations.map(({ turns, isEscalated = false }) => ({ id: newId(), turns, isEscalated }));
    await this.db.database.query(
      `insert into conversation (id, team_id, bot_id, session_key, user_ref, channel, message_count, started_at, last_message_at)
       select c.id, $1, $2, c.id::text, c."userRef", c.channel, c.messages, c.first, c.last
       from jsonb_to_recordset($3::jsonb) as
         c (id uuid, "userRef" text, channel text, messages int, first timestamptz, last timestamptz)`,
      [
        this.actor.teamId,
        this.bot.id,
        JSON.stringify(
          rows.map(({ id, turns }) => ({
            id,
            userRef: turns[0]?.userRef ?? id,
            channel: turns[0]?.channel ?? 'api',
            messages: 2 * turns.length,
            first: turns[0]?.at,
            last: turns.at(-1)?.at,
          })),
        ),
      ],
    );
    const messages = rows.flatMap(({ id: conversationId, turns }) =>
      turns.map((turn, at) => ({ askedId: newId(), replyId: newId(), conversationId, position: 2 * at + 1, ...turn })),
    );
    await this.db.database.query(
      `with turn as (
         select * from jsonb_to_recordset($1::jsonb) as t ("askedId" uuid, "replyId" uuid, "conversationId" uuid,
           position int, at timestamptz, text text, "isGrounded" boolean, "isSmallTalk" boolean, confidence float8,
           "latencyMs" float8, "documentIds" text[], intent jsonb)
       ), asked as (
         insert into message (id, conversation_id, position, role, state, content, principal, created_at, completed_at)
         select "askedId", "conversationId", position, 'user', 'complete', text, 'key:k', at, at from turn
       )
       insert into message (id, conversation_id, position, role, state, content, principal, created_at, completed_at, reply)
       select "replyId", "conversationId", position + 1, 'bot', 'complete', 'Reply', 'key:k', at, at,
         jsonb_build_object('grounded', coalesce("isGrounded", true), 'isSmallTalk', "isSmallTalk",
           'confidence', coalesce(confidence, 0.9), 'latencyMs', coalesce("latencyMs", 100), 'intent', intent,
           'sources', (select coalesce(jsonb_agg(jsonb_build_object('documentId', d, 'baseId', $2::text, 'title', 'T',
             'type', 'item')), '[]') from unnest("documentIds") d))
       from turn`,
      [JSON.stringify(messages), this.baseId],
    );
    await this.count(rows.map(({ turns, isEscalated }) => ({ turns, isEscalated })));
    return messages.map(({ replyId }) => replyId);
  }

  private async count(conversations: readonly Required<MadeUpConversation>[]): Promise<void> {
    const cells = conversations.flatMap(({ turns, isEscalated }) =>
      turns.map((turn, at) => ({
        at: turn.at,
        conversations: at === 0 ? 1 : 0,
        escalations: at === 0 && isEscalated ? 1 : 0,
        noContext: turn.isGrounded === false && !turn.isSmallTalk ? 1 : 0,
      })),
    );
    for (const grain of GRAINS) {
      await this.db.database.query(
        `insert into analytics_cell as c (bot_id, grain, at, conversations, user_messages, replies, no_context_replies, escalations)
         select $1, $2::smallint, date_bin(make_interval(mins => $2), at, 'epoch'), sum(conversations), count(*), count(*),
           sum("noContext"), sum(escalations)
         from jsonb_to_recordset($3::jsonb) as t (at timestamptz, conversations int, escalations int, "noContext" int)
         group by 3
         on conflict (bot_id, grain, at) do update set conversations = c.conversations + excluded.conversations,
           user_messages = c.user_messages + excluded.user_messages, replies = c.replies + excluded.replies,
           no_context_replies = c.no_context_replies + excluded.no_context_replies,
           escalations = c.escalations + excluded.escalations`,
        [this.bot.id, grain, JSON.stringify(cells)],
      );
    }
  }

  async rate(messageId: string, given: { rating: string; score?: number; comment?: string; at: Date }) {
    await this.db.database.query(
      `insert into response_rating (id, team_id, bot_id, conversation_id, message_id, rating, score, comment, created_at)
       select $1, $2, $3, m.conversation_id, m.id, $5, $6, $7, $8 from message m where m.id = $4`,
      [
        newId(),
        this.actor.teamId,
        this.bot.id,
        messageId,
        given.rating,
        given.score ?? null,
        given.comment ?? null,
        given.at,
      ],
    );
  }
}
