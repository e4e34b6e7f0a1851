import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Learning0000000000025 implements MigrationInterface {
  readonly name = 'Learning0000000000025';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What a bot could learn, and whether people want that.
      create table learning_item (
        id uuid primary key,
        team_id uuid not null references team on delete cascade,
        bot_id uuid not null references bot on delete cascade,
        type text not null check (type in ('query_response', 'intent_pattern', 'entity_pattern', 'fallback_response')),
        source text not null check (source in ('user_feedback', 'analytics', 'manual')),
        status text not null check (status in ('pending', 'approved', 'rejected')),
        -- The same for the same finding, however often it is made.
        finding_key text not null,
        -- What is learned: query, response, intent, entity, pattern, confidence.
        lesson jsonb not null,
        -- What speaks for it, such as how often it was seen.
        evidence jsonb not null,
        -- The end user who said the words of the lesson; null when none did.
        user_ref text,
        -- A person has changed the lesson: findings leave it as it is.
        is_edited boolean not null default false,
        applied_at timestamptz,
        -- Where what was applied stands, so that it can be taken back.
        written jsonb,
        -- The session that was to learn from it.
        training_session_id uuid,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create index learning_item_bot_id_idx on learning_item (bot_id, id);
      create unique index learning_item_finding_key on learning_item (bot_id, finding_key);
      create index learning_item_team_id_user_ref_idx on learning_item (team_id, user_ref);

      -- Words of end users that an item was made from.
      create table learning_example (
        item_id uuid not null references learning_item on delete cascade,
        -- The rating or the message.
        origin_id uuid not null,
        team_id uuid not null references team on delete cascade,
        user_ref text,
        text text not null,
        comment text,
        said_at timestamptz not null,
        primary key (item_id, origin_id)
      );
      create index learning_example_team_id_user_ref_idx on learning_example (team_id, user_ref);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table learning_example, learning_item');
  }
}
