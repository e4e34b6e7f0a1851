/** For database specs: the learning module, wired as in the product, and conversations that were had. */
import {
  type Application,
  LearningApplication,
  LearningGeneration,
  type LearningItem,
  LearningItems,
  LearningModule,
  type NewLearningItem,
} from '#domain/learning';
import { collectReply, RepliesModule, type Reply, ReplyEngine } from '#domain/replies';
import type { Database } from '#infra/database';
import { type Actor, newId, SECOND_MS } from '#kernel';
import { DocumentsUnderTest, type Tenant } from '../documents';

const ALL = { page: 1, limit: 100 };

/** A question of an end user, and how the bot answered it. */
export interface HadTurn {
  text: string;
  userRef?: string;
  /** False unless given. */
  grounded?: boolean;
  isSmallTalk?: boolean;
  intent?: { name: string; confidence: number; inScope: boolean };
}

/** What was said in a conversation in which a person has answered. */
export interface SaidLine {
  role: 'user' | 'bot' | 'agent';
  text: string;
  grounded?: boolean;
}

export class LearningUnderTest {
  tenant: Tenant;

  private constructor(readonly fixture: DocumentsUnderTest) {}

  static async open(): Promise<LearningUnderTest> {
    const fixture = await DocumentsUnderTest.open({ modules: [LearningModule] });
    fixture.get(RepliesModule).onModuleInit();
    return new LearningUnderTest(fixture);
  }

  close(): Promise<void> {
    return this.fixture.close();
  }

  async reset(): Promise<void> {
    await this.fixture.reset();
    this.tenant = await this.fixture.newTenant();
  }

  get actor(): Actor {
    return this.tenant.actor;
  }

  get botId(): string {
    return this.tenant.bot.id;
  }

  get database(): Database {
    return this.fixture.db.database;
  }

  get<Service>(type: abstract new (...dependencies: never[]) => Service): Service {
    return this.fixture.get(type);
  }

  add(item: Partial<NewLearningItem>): Promise<LearningItem> {
    return this.get(LearningItems).add(this.actor, this.botId, { type: 'query_response', ...item });
  }

  async items(): Promise<LearningItem[]> {
    return (await this.get(LearningItems).list(this.actor, this.botId, ALL)).items;
  }

  apply(): Promise<Application> {
    return this.get(LearningApplication).apply(this.actor, this.botId);
  }

  generate() {
    return this.get(LearningGeneration).generate(this.actor, this.botId);
  }

  ask(message: string): Promise<Reply> {
    const request = { teamId: this.actor.teamId, botId: this.botId, configuration: {}, message, history: [] };
    return collectReply(this.get(ReplyEngine).reply(request));
  }

  /** Titles and contents of all documents, in their order. */
  documents(): Promise<{ base: string; title: string; content: string }[]> {
    return this.database.query(
      `select b.name as base, d.title, d.content from document d join knowledge_base b on b.id = d.base_id order by d.id`,
    );
  }

  /** Each in a conversation of its own. Gives the ids of the users' messages. */
  async hadTurns(...turns: readonly HadTurn[]): Promise<string[]> {
    const ids: string[] = [];
    for (const { text, userRef = 'user', grounded = false, isSmallTalk, intent } of turns) {
      const conversationId = await this.conversation(userRef);
      const reply = {
        grounded,
        confidence: 0.1,
        ...(isSmallTalk ? { isSmallTalk } : {}),
        ...(intent ? { intent } : {}),
      };
      ids.push(await this.message(conversationId, 1, { role: 'user', text }));
      await this.message(conversationId, 2, { role: 'bot', text: 'A reply.' }, reply);
    }
    return ids;
  }

  /** A conversation that went to a person. */
  async hadHandOff(lines: readonly SaidLine[], userRef = 'user'): Promise<void> {
    const conversationId = await this.conversation(userRef);
    for (const [at, line] of lines.entries()) {
      await this.message(
        conversationId,
        at + 1,
        line,
        line.role === 'bot' ? { grounded: line.grounded ?? false } : null,
      );
    }
    await this.database.query(
      `insert into escalation (id, team_id, bot_id, conversation_id, reason, state, summary, language, reply_count, created_at)
       values ($1, $2, $3, $4, 'no_context', 'returned', '', 'en', 1, $5)`,
      [newId(), this.actor.teamId, this.botId, conversationId, this.fixture.clock.now()],
    );
  }

  async conversation(userRef: string): Promise<string> {
    const id = newId();
    await this.database.query(
      `insert into conversation (id, team_id, bot_id, session_key, user_ref) values ($1::uuid, $2, $3, $1::uuid::text, $4)`,
      [id, this.actor.teamId, this.botId, userRef],
    );
    return id;
  }

  /** A second after the one before. */
  private async message(
    conversationId: string,
    position: number,
    { role, text }: SaidLine,
    reply: object | null = null,
  ) {
    this.fixture.clock.advance(SECOND_MS);
    const id = newId();
    await this.database.query(
      `insert into message (id, conversation_id, position, role, state, content, principal, reply, created_at, author_name)
       values ($1, $2, $3, $4, 'complete', $5, 'tests', $6::jsonb, $7, $8)`,
      [
        id,
        conversationId,
        position,
        role,
        text,
        reply && JSON.stringify(reply),
        this.fixture.clock.now(),
        role === 'agent' ? 'Jane' : null,
      ],
    );
    return id;
  }
}
