import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';

const OF_BASE = (table: string) =>
  `select b.bot_id as "botId" from ${table} r join knowledge_base b on b.id = r.base_id where r.id = $1 and r.team_id = $2`;
const OF = (table: string) => `select bot_id as "botId" from ${table} where id = $1 and team_id = $2`;

/**
 * The bot of a thing, by the noun that paths have for it. What is missing here is open to no key that is for some bots:
 * a kind is named here when its things are each of one bot. Each by the primary key of its table.
 */
const BOT_OF: Readonly<Record<string, string>> = {
  'knowledge base': OF('knowledge_base'),
  document: OF_BASE('document'),
  item: OF_BASE('document'),
  question: OF_BASE('question'),
  import: OF('knowledge_import'),
  'web source': OF('web_source'),
  personality: OF('personality'),
  dataset: OF('training_dataset'),
  session: OF('training_session'),
  'learning item': OF('learning_item'),
  channel: OF('channel'),
  integration: OF('integration'),
  conversation: OF('conversation'),
  chat: OF('conversation'),
};

/** For keys that are for some bots of their team: what is about these. */
@Injectable()
export class BotTiesQueries {
  constructor(private readonly database: Database) {}

  knows(kind: string): boolean {
    return Object.hasOwn(BOT_OF, kind);
  }

  /** Undefined when the team has no such thing. */
  async botOf(teamId: string, kind: string, id: string): Promise<string | undefined> {
    const [row] = await this.database.query<{ botId: string }>(BOT_OF[kind]!, [id, teamId]);
    return row?.botId;
  }
}
