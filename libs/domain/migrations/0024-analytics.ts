import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `name_0 type, name_1 type, ...`, of counters that begin at nought. */
function numbered(name: string, type: string, count: number): string {
  return Array.from({ length: count }, (_, at) => `${name}_${at} ${type} not null default 0`).join(', ');
}

export class Analytics0000000000024 implements MigrationInterface {
  readonly name = 'Analytics0000000000024';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The bots of which something was counted. Whoever counts locks their rows, in the order of their ids.
      create table analytics_bot (
        bot_id uuid primary key references bot on delete cascade,
        team_id uuid not null references team on delete cascade
      );
      create index analytics_bot_team_id_idx on analytics_bot (team_id);

      -- Events that were counted; kept as long as the event is.
      create table analytics_event (
        event_id uuid primary key,
        team_id uuid not null references team on delete cascade
      );
      create index analytics_event_team_id_idx on analytics_event (team_id);

      -- What happened in a stretch of time: of each quarter of an hour, hour and day in UTC.
      create table analytics_cell (
        bot_id uuid not null references bot on delete cascade,
        -- Minutes: 15, 60, 1440.
        grain smallint not null,
        at timestamptz not null,
        conversations integer not null default 0,
        user_messages integer not null default 0,
        bot_messages integer not null default 0,
        agent_messages integer not null default 0,
        -- Replies of the bot of which the following is known.
        replies integer not null default 0,
        no_context_replies integer not null default 0,
        unpriced_replies integer not null default 0,
        known_intents integer not null default 0,
        unknown_intents integer not null default 0,
        positive_ratings integer not null default 0,
        neutral_ratings integer not null default 0,
        negative_ratings integer not null default 0,
        scores integer not null default 0,
        score_sum integer not null default 0,
        escalations integer not null default 0,
        resolutions integer not null default 0,
        -- Sittings that began then, and what they were in the end.
        sittings integer not null default 0,
        sitting_messages integer not null default 0,
        first_visits integer not null default 0,
        sitting_ms bigint not null default 0,
        latency_ms bigint not null default 0,
        -- Whole numbers, so that sums are exact in any order.
        confidence_millionths bigint not null default 0,
        input_tokens bigint not null default 0,
        output_tokens bigint not null default 0,
        cost_nano_usd bigint not null default 0,
        -- Replies by how long they took.
        ${numbered('latency', 'integer', 21)},
        -- Visits after an absence of this kind, and by how many more users are away for one.
        ${numbered('returns', 'integer', 9)},
        ${numbered('away', 'integer', 9)},
        primary key (bot_id, grain, at)
      ) with (fillfactor = 80);

      create table analytics_model (
        bot_id uuid not null references bot on delete cascade,
        -- Minutes: 15, 1440, 23040; of intents too.
        grain smallint not null,
        at timestamptz not null,
        model text not null,
        -- Of the registry; a reply that no registered model made has none.
        model_id integer,
        replies integer not null default 0,
        unpriced_replies integer not null default 0,
        input_tokens bigint not null default 0,
        output_tokens bigint not null default 0,
        cost_nano_usd bigint not null default 0
      ) with (fillfactor = 80);
      create unique index analytics_model_key on analytics_model (bot_id, grain, at, model, model_id) nulls not distinct;

      create table analytics_intent (
        bot_id uuid not null references bot on delete cascade,
        grain smallint not null,
        at timestamptz not null,
        intent text not null,
        messages integer not null default 0,
        primary key (bot_id, grain, at, intent)
      ) with (fillfactor = 80);

      create table analytics_user (
        id bigint generated always as identity primary key,
        team_id uuid not null references team on delete cascade,
        bot_id uuid not null references bot on delete cascade,
        -- The user_ref, or its SHA-256 when it is too long for an index.
        user_key text not null
      );
      create unique index analytics_user_bot_id_user_key_key on analytics_user (bot_id, user_key);
      create index analytics_user_team_id_idx on analytics_user (team_id);

      -- A quarter of an hour in which a user has said something.
      create table analytics_visit (
        user_id bigint not null references analytics_user on delete cascade,
        at timestamptz not null,
        bot_id uuid not null references bot on delete cascade,
        -- The visit before; null for the first.
        previous_at timestamptz,
        -- The kind of absence since then; null for the first.
        absence smallint,
        primary key (user_id, at)
      );
      create index analytics_visit_returns_idx on analytics_visit (bot_id, absence, at) include (previous_at);

      create table analytics_sitting (
        conversation_id uuid not null references conversation on delete cascade,
        first_position integer not null,
        last_position integer not null,
        messages integer not null,
        started_at timestamptz not null,
        last_at timestamptz not null,
        last_user_at timestamptz not null,
        primary key (conversation_id, first_position)
      );

      -- When conversations were ended; a conversation can go on after its end.
      create table analytics_ending (
        conversation_id uuid not null references conversation on delete cascade,
        at timestamptz not null,
        primary key (conversation_id, at)
      );

      -- What there was before anything was counted: messages up to a position but for those that were pending then,
      -- escalations and ratings.
      create table analytics_backlog (
        conversation_id uuid primary key references conversation on delete cascade,
        last_position integer not null,
        pending_ids uuid[] not null default '{}',
        escalation_ids uuid[] not null default '{}',
        rating_ids uuid[] not null default '{}'
      );
    `);
    await this.noteBacklog(runner);
  }

  /**
   * What is stored is counted from the tables, by a job; what happens from here on, from its event. Nobody writes an event
   * meanwhile, so that each message is on one side alone.
   */
  private async noteBacklog(runner: QueryRunner): Promise<void> {
    await runner.query('lock table outbox in share row exclusive mode');
    await runner.query(`
      insert into analytics_event (event_id, team_id)
      select o.id, o.team_id from outbox o join team t on t.id = o.team_id
      where o.name in ('conversation.started', 'conversation.ended', 'conversation.escalated', 'conversation.resolved',
        'message.received', 'message.sent', 'message.agent-replied', 'message.rated')
    `);
    await runner.query(`
      insert into analytics_backlog (conversation_id, last_position, pending_ids, escalation_ids, rating_ids)
      select c.id, c.message_count, coalesce(p.ids, '{}'), coalesce(e.ids, '{}'), coalesce(r.ids, '{}')
      from conversation c
      left join (
        select conversation_id, array_agg(id) as ids from message where state = 'pending' group by conversation_id
      ) p on p.conversation_id = c.id
      left join (select conversation_id, array_agg(id) as ids from escalation group by conversation_id) e
        on e.conversation_id = c.id
      left join (select conversation_id, array_agg(id) as ids from response_rating group by conversation_id) r
        on r.conversation_id = c.id
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table analytics_backlog, analytics_ending, analytics_sitting, analytics_visit, analytics_user,
        analytics_intent, analytics_model, analytics_cell, analytics_event, analytics_bot
    `);
  }
}
