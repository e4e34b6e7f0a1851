import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Agents0000000000030 implements MigrationInterface {
  readonly name = 'Agents0000000000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- An autonomous workflow: what a model is told, what it may call, how far it may go, and when.
      create table agent_loop (
        id uuid primary key,
        team_id uuid not null references team on delete cascade,
        name text not null,
        system_prompt text not null,
        user_message text not null,
        -- [{type, name, url?, headers?}]; values of headers are the mask.
        mcp_servers jsonb not null default '[]',
        plugin_ids uuid[] not null default '{}',
        knowledge_bot_id uuid references bot on delete set null,
        callback_url text,
        -- {name: mask}
        callback_headers jsonb not null default '{}',
        -- What callbacks are signed with; sealed, see libs/infra/secrets.
        callback_secret bytea not null,
        -- {servers: {name: {header: value}}, callback: {header: value}} as JSON; sealed.
        header_secrets bytea,
        -- Calls of the model.
        max_iterations integer not null check (max_iterations > 0),
        max_tokens integer check (max_tokens > 0),
        timeout_ms integer not null check (timeout_ms > 0),
        model text,
        model_id integer,
        schedule_cron text,
        schedule_time_zone text,
        -- Null: no execution will be begun by a schedule.
        next_run_at timestamptz,
        status text not null default 'active' check (status in ('active', 'paused')),
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create index agent_loop_team_id_idx on agent_loop (team_id, id);
      create index agent_loop_knowledge_bot_id_idx on agent_loop (knowledge_bot_id) where knowledge_bot_id is not null;
      create index agent_loop_model_id_idx on agent_loop (team_id, model_id) where model_id is not null;
      create index agent_loop_next_run_at_idx on agent_loop (next_run_at) where next_run_at is not null;

      create table agent_execution (
        id uuid primary key,
        team_id uuid not null references team on delete cascade,
        loop_id uuid not null references agent_loop on delete cascade,
        status text not null default 'queued'
          check (status in ('queued', 'running', 'completed', 'failed', 'timeout', 'cancelled')),
        trigger text not null check (trigger in ('api', 'schedule')),
        -- The time of the schedule that it stands for.
        due_at timestamptz,
        -- {userMessage, variables}
        input jsonb not null,
        -- {systemPrompt, maxIterations, maxTokens, timeoutMs, model, modelId}, as the loop had them when it was asked for.
        terms jsonb not null,
        output text,
        iterations_used integer not null default 0,
        tool_call_count integer not null default 0,
        input_tokens bigint not null default 0,
        output_tokens bigint not null default 0,
        model text,
        -- [{name, status, message}]
        servers jsonb not null default '[]',
        error_code text,
        error_message text,
        -- Grows with every change of it or its steps.
        revision integer not null default 0,
        -- Steps that were begun.
        step_count integer not null default 0,
        -- Runs that were begun, those that were cut off included.
        run_count smallint not null default 0,
        -- The run that has it now. Whatever a run writes, steps included, it writes under this condition.
        run_id uuid,
        -- After this time it is no longer certain that anybody sees to it.
        lease_until timestamptz,
        callback_state text not null default 'none' check (callback_state in ('none', 'waiting', 'delivered', 'failed')),
        callback_attempts smallint not null default 0,
        -- When it is to be tried next, or, while it is tried, when whoever tries is taken for dead.
        callback_due_at timestamptz,
        callback_error text,
        started_at timestamptz,
        completed_at timestamptz,
        created_at timestamptz not null
      );
      create index agent_execution_loop_id_idx on agent_execution (loop_id, id);
      create index agent_execution_team_id_idx on agent_execution (team_id);
      create index agent_execution_under_way_idx on agent_execution (team_id, loop_id)
        where status in ('queued', 'running');
      create unique index agent_execution_loop_id_due_at_key on agent_execution (loop_id, due_at) where due_at is not null;
      create index agent_execution_lease_until_idx on agent_execution (lease_until)
        where status in ('queued', 'running');
      create index agent_execution_callback_due_at_idx on agent_execution (callback_due_at)
        where callback_state = 'waiting';

      -- Calls of models and tools, written down before they are made and after.
      create table agent_step (
        execution_id uuid not null references agent_execution on delete cascade,
        -- From 1, in the order in which they were begun.
        position integer not null,
        team_id uuid not null references team on delete cascade,
        kind text not null check (kind in ('model', 'tool')),
        state text not null default 'started' check (state in ('started', 'completed', 'failed', 'unknown')),
        name text not null,
        -- Of a tool: by which the model asked for it. Unique in the execution.
        call_id text,
        input jsonb,
        -- {text, toolCalls?}
        output jsonb,
        error text,
        input_tokens integer not null default 0,
        output_tokens integer not null default 0,
        -- Of the execution, when this was last changed.
        revision integer not null,
        started_at timestamptz not null,
        ended_at timestamptz,
        primary key (execution_id, position)
      );
      create index agent_step_team_id_idx on agent_step (team_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table agent_step, agent_execution, agent_loop');
  }
}
