import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { offsetOf, type PageRequest } from '#kernel';
import type { Question, QuestionListRequest } from './questions.types';

export interface QuestionAddress {
  baseId: string;
  id: string;
}

const COLUMNS = `q.id, q.team_id as "teamId", q.base_id as "baseId", q.name, q.phrasings, q.answer,
  q.llm_reply as "llmReply", q.related_prompts as "relatedPrompts", q.tags, q.metadata,
  q.created_at as "createdAt", q.updated_at as "updatedAt"`;

const LISTED = `from question q where q.base_id = $1 and ($2::text is null
  or strpos(lower(concat_ws(E'\\n', q.name, array_to_string(q.phrasings, E'\\n'), q.answer)), lower($2)) > 0)`;

@Injectable()
export class QuestionsQueries {
  constructor(private readonly database: Database) {}

  /** Many questions in one statement. Gives the ids of those whose names were free. By question_base_id_name_key. */
  async insert(questions: readonly Question[]): Promise<Set<string>> {
    const rows = await this.database.query<{ id: string }>(
      `insert into question (id, team_id, base_id, name, phrasings, answer, llm_reply, related_prompts, tags, metadata,
         created_at, updated_at)
       select id, team_id, base_id, name, array(select jsonb_array_elements_text(phrasings)), answer, llm_reply,
         related_prompts, array(select jsonb_array_elements_text(tags)), metadata, created_at, updated_at
       from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::jsonb[], $6::text[], $7::boolean[], $8::jsonb[],
         $9::jsonb[], $10::jsonb[], $11::timestamptz[], $12::timestamptz[])
         as q (id, team_id, base_id, name, phrasings, answer, llm_reply, related_prompts, tags, metadata, created_at,
           updated_at)
       on conflict (base_id, name) do nothing returning id`,
      [
        questions.map(({ id }) => id),
        questions.map(({ teamId }) => teamId),
        questions.map(({ baseId }) => baseId),
        questions.map(({ name }) => name),
        questions.map(({ phrasings }) => JSON.stringify(phrasings)),
        questions.map(({ answer }) => answer),
        questions.map(({ llmReply }) => llmReply),
        questions.map(({ relatedPrompts }) => JSON.stringify(relatedPrompts)),
        questions.map(({ tags }) => JSON.stringify(tags)),
        questions.map(({ metadata }) => JSON.stringify(metadata)),
        questions.map(({ createdAt }) => createdAt),
        questions.map(({ updatedAt }) => updatedAt),
      ],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** All fields that can change. False when the new name is another's. By question's primary key. */
  async update(question: Question): Promise<boolean> {
    const { id, name, phrasings, answer, llmReply, relatedPrompts, tags, metadata, updatedAt } = question;
    const count = await this.database.execute(
      `update question q set name = $2, phrasings = $3::text[], answer = $4, llm_reply = $5, related_prompts = $6::jsonb,
         tags = $7::text[], metadata = $8::jsonb, updated_at = $9
       where id = $1 and not exists (
         select from question other where other.base_id = q.base_id and other.name = $2 and other.id <> $1
       )`,
      [
        id,
        name,
        phrasings,
        answer,
        llmReply,
        JSON.stringify(relatedPrompts),
        tags,
        JSON.stringify(metadata),
        updatedAt,
      ],
    );
    return count > 0;
  }

  async delete(id: string): Promise<void> {
    await this.database.execute('delete from question where id = $1', [id]);
  }

  /** Oldest first. By question_base_id_id_idx. */
  list(baseId: string, { search, ...page }: QuestionListRequest): Promise<Question[]> {
    return this.database.query<Question>(`select ${COLUMNS} ${LISTED} order by q.id limit $3 offset $4`, [
      baseId,
      search ?? null,
      page.limit,
      offsetOf(page),
    ]);
  }

  /** By question_base_id_id_idx. */
  async count(baseId: string, search: string | undefined): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(`select count(*)::int as count ${LISTED}`, [
      baseId,
      search ?? null,
    ]);
    return row?.count ?? 0;
  }

  /** By question's primary key. */
  findMany(teamId: string, ids: readonly string[]): Promise<Question[]> {
    return this.database.query<Question>(
      `select ${COLUMNS} from question q where q.id = any ($2::uuid[]) and q.team_id = $1`,
      [teamId, ids],
    );
  }

  /** By question's primary key. */
  async find(baseId: string, id: string): Promise<Question | undefined> {
    const [row] = await this.database.query<Question>(
      `select ${COLUMNS} from question q where q.id = $2 and q.base_id = $1`,
      [baseId, id],
    );
    return row;
  }

  /** Nobody else changes it before the open transaction ends. By question's primary key. */
  async lock(baseId: string, id: string): Promise<Question | undefined> {
    const [row] = await this.database.query<Question>(
      `select ${COLUMNS} from question q where q.id = $2 and q.base_id = $1 for update`,
      [baseId, id],
    );
    return row;
  }

  /**
   * Where the question of this name stands among all bases of the bot; names are unique in a base only, so its own base
   * goes first, then the oldest question. By knowledge_base_bot_id_idx and question_base_id_name_key.
   */
  async findNamed(botId: string, name: string): Promise<QuestionAddress | undefined> {
    const [row] = await this.database.query<QuestionAddress>(
      `select q.id, q.base_id as "baseId" from question q join knowledge_base b on b.id = q.base_id
       where b.bot_id = $1 and q.name = $2 order by b.is_own desc, q.id limit 1`,
      [botId, name],
    );
    return row;
  }

  /** Of all bases of the bot, oldest first. By knowledge_base_bot_id_idx and question_base_id_id_idx. */
  async listNames(botId: string, page: PageRequest | undefined): Promise<string[]> {
    const rows = await this.database.query<{ name: string }>(
      `select q.name from question q join knowledge_base b on b.id = q.base_id
       where b.bot_id = $1 order by q.id limit $2 offset $3`,
      [botId, page?.limit ?? null, page ? offsetOf(page) : 0],
    );
    return rows.map(({ name }) => name);
  }
}
