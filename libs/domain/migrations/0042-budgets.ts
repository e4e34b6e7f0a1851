import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Budgets0000000000042 implements MigrationInterface {
  readonly name = 'Budgets0000000000042';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- How many requests or tokens a team, key, bot or end user may use in a calendar period (UTC).
      create table budget (
        id uuid primary key,
        team_id uuid not null references team on delete cascade,
        subject text not null check (subject in ('team', 'key', 'bot', 'end_user')),
        -- Null: of the team; or of each key, bot or end user that has no such budget of its own.
        subject_id text check (subject <> 'team' or subject_id is null),
        -- The same, of a bot: with it the budget goes.
        bot_id uuid references bot on delete cascade check (bot_id is null or bot_id::text = subject_id),
        measure text not null check (measure in ('requests', 'tokens')),
        period text not null check (period in ('minute', 'hour', 'day', 'month')),
        allowance bigint not null check (allowance >= 0),
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create unique index budget_key on budget (team_id, subject, subject_id, measure, period) nulls not distinct;
      create index budget_bot_id_idx on budget (bot_id) where bot_id is not null;

      -- What was used in a window. Whatever budgets say, it never becomes less.
      create table budget_use (
        team_id uuid not null references team on delete cascade,
        subject text not null,
        measure text not null,
        period text not null,
        window_start timestamptz not null,
        -- Empty: the team.
        subject_id text not null,
        used bigint not null,
        primary key (team_id, subject, measure, period, window_start, subject_id)
      );
      create index budget_use_window_start_idx on budget_use (period, window_start);

      -- Who was told in a messenger that a budget is used up, by a hash; nobody is told again before then.
      create table budget_notice (
        team_id uuid not null references team on delete cascade,
        recipient bytea not null,
        told_until timestamptz not null,
        primary key (team_id, recipient)
      );
      create index budget_notice_told_until_idx on budget_notice (told_until);

      -- Takes all amounts, or none when a counter is at its cap: the counters are locked in one order before they are read, and
      -- each statement of a function sees what was committed before it, so that no number of callers passes a cap.
      create function take_of_budgets(
        of_team uuid, subjects text[], measures text[], periods text[], starts timestamptz[], ids text[], caps bigint[],
        amounts bigint[]
      ) returns table (place bigint, used_now bigint, was_taken boolean) language plpgsql as $$
      declare
        is_free boolean;
      begin
        insert into budget_use (team_id, subject, measure, period, window_start, subject_id, used)
        select of_team, w.s, w.m, w.p, w.t, w.i, 0
        from unnest(subjects, measures, periods, starts, ids, amounts) as w (s, m, p, t, i, amount)
        where w.amount > 0
        order by w.s, w.m, w.p, w.t, w.i
        on conflict do nothing;

        perform 1
        from budget_use u
        join unnest(subjects, measures, periods, starts, ids, amounts) as w (s, m, p, t, i, amount)
          on u.team_id = of_team and u.subject = w.s and u.measure = w.m and u.period = w.p and u.window_start = w.t
            and u.subject_id = w.i
        where w.amount > 0
        order by u.subject, u.measure, u.period, u.window_start, u.subject_id
        for update of u;

        select bool_and(coalesce(u.used, 0) + greatest(w.amount, 1) <= w.cap) into is_free
        from unnest(subjects, measures, periods, starts, ids, caps, amounts) as w (s, m, p, t, i, cap, amount)
        left join budget_use u
          on u.team_id = of_team and u.subject = w.s and u.measure = w.m and u.period = w.p and u.window_start = w.t
            and u.subject_id = w.i;

        if is_free then
          update budget_use u set used = u.used + w.amount
          from unnest(subjects, measures, periods, starts, ids, amounts) as w (s, m, p, t, i, amount)
          where u.team_id = of_team and u.subject = w.s and u.measure = w.m and u.period = w.p and u.window_start = w.t
            and u.subject_id = w.i and w.amount > 0;
        end if;

        return query
        select w.n, coalesce(u.used, 0), is_free
        from unnest(subjects, measures, periods, starts, ids) with ordinality as w (s, m, p, t, i, n)
        left join budget_use u
          on u.team_id = of_team and u.subject = w.s and u.measure = w.m and u.period = w.p and u.window_start = w.t
            and u.subject_id = w.i
        order by w.n;
      end
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function take_of_budgets;
      drop table budget_notice, budget_use, budget;
    `);
  }
}
