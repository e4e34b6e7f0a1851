/** A worker as the apps put it together: jobs and events from the transaction that causes them to their effect. */
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Global, Injectable, Logger, Module } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { z } from 'zod';
import { ConfigModule, loadConfig } from '#infra/config';
import { Database } from '#infra/database';
import { LogContext } from '#infra/logging';
import { defineJob, HandlesJob, JobQueue, QueueModule, WorkerRunnerModule } from '#infra/queue';
import { MINUTE_MS, newId } from '#kernel';
import { eventually, MIGRATIONS } from '#testing';
import { openTestDatabase, type TestDatabase } from '#testing/database';
import { DeadlinesJobsModule } from '../deadlines';
import { type DomainEvent, defineEvent } from './domain-event';
import { ConsumesEvents } from './event-consumer';
import { EventsModule } from './events.module';
import { EventsJobsModule } from './jobs/events.jobs.module';
import { Outbox } from './outbox';

const brewed = defineEvent<'tea.brewed', { potId: string }>('tea.brewed');
const pour = defineJob({
  name: 'tea.pour-tea',
  payload: z.object({ potId: z.string() }),
  attempts: 3,
  backoffMs: 100,
  timeoutMs: MINUTE_MS,
});

@Injectable()
class Table {
  readonly cups: string[] = [];
  readonly events: DomainEvent[] = [];
  gate: Promise<void> | undefined;
}

@HandlesJob(pour)
class PourHandler {
  constructor(
    private readonly table: Table,
    private readonly database: Database,
  ) {}

  async run({ potId }: { potId: string }): Promise<void> {
    await this.database.query('select 1');
    await this.table.gate;
    this.table.cups.push(`${potId} for ${LogContext.fields().requestId ?? 'nobody'}`);
  }
}

@ConsumesEvents({ name: 'tea', events: [brewed.name] })
class TeaEvents {
  constructor(
    private readonly table: Table,
    private readonly jobs: JobQueue,
  ) {}

  async consume(event: DomainEvent): Promise<void> {
    this.table.events.push(event);
    await this.jobs.enqueue(pour, event.data as { potId: string });
  }
}

@Module({ providers: [Table, PourHandler, TeaEvents] })
class TeaJobsModule {}

describe('a worker', () => {
  let store: TestDatabase;
  let app: TestingModule;
  const config = loadConfig({
    DATA_DIR: mkdtempSync(path.join(os.tmpdir(), 'parley-worker-')),
    DATABASE_URL: process.env.DATABASE_URL,
    JWT_SECRET: 'a secret of the tests, long enough to be taken',
    SECRETS_KEY: Buffer.alloc(32, 'tests').toString('base64'),
  });

  function assembled(): Promise<TestingModule> {
    @Global()
    @Module({ providers: [{ provide: Database, useValue: store.database }], exports: [Database] })
    class StoreModule {}

    return Test.createTestingModule({
      imports: [
        ConfigModule.forRoot(config),
        StoreModule,
        QueueModule.forRoot(),
        EventsModule,
        DeadlinesJobsModule,
        EventsJobsModule,
        TeaJobsModule,
        WorkerRunnerModule,
      ],
    }).compile();
  }

  beforeAll(async () => {
    Logger.overrideLogger(false);
    store = await openTestDatabase({ migrations: MIGRATIONS });
    app = await assembled();
    await app.init();
  });
  afterAll(() => store.close());

  test('runs a job that a transaction put, in the context of the request', async () => {
    await LogContext.run({ requestId: 'req_1' }, () =>
      store.database.transaction(() => app.get(JobQueue).enqueue(pour, { potId: 'green' })),
    );
    await eventually(() => app.get(Table).cups.includes('green for req_1'));
  });

  test('hears an event, whose consumer puts a job, which has its effect', async () => {
    const teamId = newId();
    await LogContext.run({ requestId: 'req_2' }, () =>
      store.database.transaction(() => app.get(Outbox).add(brewed, { teamId, data: { potId: 'black' } })),
    );
    await eventually(() => app.get(Table).cups.includes('black for nobody'));
    expect(app.get(Table).events).toEqual([expect.objectContaining({ name: 'tea.brewed', teamId })]);
  });

  test('lets its jobs come to their end when the process stops', async () => {
    const table = app.get(Table);
    const gate = Promise.withResolvers<void>();
    table.gate = gate.promise;
    await app.get(JobQueue).enqueue(pour, { potId: 'last' });
    await eventually(async () => {
      const [row] = await store.database.query(
        "select 1 from pgboss.job where name = 'tea.pour-tea' and state = 'active'",
      );
      return row;
    });
    const closed = app.close();
    gate.resolve();
    await closed;
    expect(table.cups).toContain('last for nobody');
    const [left] = await store.database.query<{ open: number }>(
      "select count(*)::int as open from pgboss.job where name = 'tea.pour-tea' and state <> 'completed'",
    );
    expect(left!.open).toBe(0);
  });

  test('does not start when a declared job has no handler', async () => {
    defineJob({ name: 'tea.wash-up', payload: z.object({}), attempts: 1, backoffMs: 1, timeoutMs: 1 });
    const incomplete = await assembled();
    await expect(incomplete.init()).rejects.toThrow('The job tea.wash-up has no handler.');
    await incomplete.close();
  });
});
