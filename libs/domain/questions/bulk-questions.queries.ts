import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { isUuid } from '#kernel';
import type { KeyedQuestion } from './bulk-questions.types';

const COLUMNS = `id, team_id as "teamId", base_id as "baseId", name, phrasings, answer, llm_reply as "llmReply",
  related_prompts as "relatedPrompts", tags, metadata, external_key as key, created_at as "createdAt",
  updated_at as "updatedAt"`;

/** The parameters of `question` below, each a list. */
const UNNESTED = `unnest($1::uuid[], $2::text[], $3::jsonb[], $4::text[], $5::boolean[], $6::jsonb[], $7::jsonb[],
    $8::jsonb[], $9::text[], $10::timestamptz[])
  as q (id, name, phrasings, answer, llm_reply, related_prompts, tags, metadata, external_key, updated_at)`;
const TAGS = 'array(select jsonb_array_elements_text(q.tags))';
const PHRASINGS = 'array(select jsonb_array_elements_text(q.phrasings))';

/** Many questions of one base in one statement each. */
@Injectable()
export class BulkQuestionsQueries {
  constructor(private readonly database: Database) {}

  /**
   * Those with one of these keys, ids or names; nobody else changes them before the open transaction ends. By
   * question_external_key_key, question's primary key and question_base_id_name_key.
   */
  lock(baseId: string, keys: readonly string[], names: readonly string[]): Promise<KeyedQuestion[]> {
    return this.database.query<KeyedQuestion>(
      `select ${COLUMNS} from question where id = any (array(
         select id from question where base_id = $1 and external_key = any ($2::text[])
         union select id from question where base_id = $1 and id = any ($3::uuid[])
         union select id from question where base_id = $1 and name = any ($4::text[])
       )) order by id for update`,
      [baseId, keys, keys.filter(isUuid), names],
    );
  }

  /** Gives the ids of those whose names were free. */
  async insert(questions: readonly KeyedQuestion[]): Promise<Set<string>> {
    const [first] = questions;
    if (!first) return new Set();
    const rows = await this.database.query<{ id: string }>(
      `insert into question (id, team_id, base_id, name, phrasings, answer, llm_reply, related_prompts, tags, metadata,
         external_key, created_at, updated_at)
       select q.id, $11, $12, q.name, ${PHRASINGS}, q.answer, q.llm_reply, q.related_prompts, ${TAGS}, q.metadata,
         q.external_key, q.updated_at, q.updated_at
       from ${UNNESTED} on conflict (base_id, name) do nothing returning id`,
      [...listsOf(questions), first.teamId, first.baseId],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** By question's primary key. */
  async update(questions: readonly KeyedQuestion[]): Promise<void> {
    if (questions.length === 0) return;
    await this.database.query(
      `update question set name = q.name, phrasings = ${PHRASINGS}, answer = q.answer, llm_reply = q.llm_reply,
         related_prompts = q.related_prompts, tags = ${TAGS}, metadata = q.metadata, external_key = q.external_key,
         updated_at = q.updated_at
       from ${UNNESTED} where question.id = q.id`,
      listsOf(questions),
    );
  }

  /** Gives what was deleted. By question's primary key. */
  delete(baseId: string, ids: readonly string[]): Promise<KeyedQuestion[]> {
    return this.database.query<KeyedQuestion>(
      `delete from question where id = any ($2::uuid[]) and base_id = $1 returning ${COLUMNS}`,
      [baseId, ids],
    );
  }
}

function listsOf(questions: readonly KeyedQuestion[]): unknown[] {
  return [
    questions.map(({ id }) => id),
    questions.map(({ name }) => name),
    questions.map(({ phrasings }) => JSON.stringify(phrasings)),
    questions.map(({ answer }) => answer),
    questions.map(({ llmReply }) => llmReply),
    questions.map(({ relatedPrompts }) => JSON.stringify(relatedPrompts)),
    questions.map(({ tags }) => JSON.stringify(tags)),
    questions.map(({ metadata }) => JSON.stringify(metadata)),
    questions.map(({ key }) => key),
    questions.map(({ updatedAt }) => updatedAt),
  ];
}
