import { Global, Module } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { IdentityModule } from '#domain/identity';
import { Config } from '#infra/config';
import { Database } from '#infra/database';
import { EventsModule } from '#infra/events';
import { JobQueue } from '#infra/queue';
import { Clock } from '#kernel';
import type { TestDatabase } from '../database';

/**
 * The identity domain as one process of the app has it, on the test's database and clock. Opened twice on one database
 * it is two processes: they share the rows and nothing else. No job runs; events stay in the outbox.
 */
export function openIdentity({ database, dataSource }: TestDatabase, clock: Clock): Promise<TestingModule> {
  const providers = [
    { provide: Config, useValue: { identity: { jwtSecret: 'a secret of at least thirty-two characters' } } },
    { provide: Clock, useValue: clock },
    { provide: DataSource, useValue: dataSource },
    { provide: Database, useValue: database },
    { provide: JobQueue, useValue: { enqueue: async () => undefined } },
  ];

  @Global()
  @Module({ providers, exports: providers })
  class Machinery {}

  return Test.createTestingModule({ imports: [Machinery, EventsModule, IdentityModule] }).compile();
}
