import { Global, Module } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { IdentityModule } from '#domain/identity';
import { Config } from '#infra/config';
import { Database } from '#infra/database';
import { EventsModule } from '#infra/events';
import { LoneCarrier, Notices } from '#infra/notices';
import { JobQueue } from '#infra/queue';
import { Clock } from '#kernel';
import { Mailer, RecordingMailer } from '#providers/mail';
import type { TestDatabase } from '../database';

export interface IdentityOptions {
  exposeResetToken?: boolean;
}

/**
 * The identity domain as one process of the app has it, on the test's database and clock. Opened twice on one database
 * it is two processes: they share the rows and, if they are given linked ones, the notices. No job runs; events stay in
 * the outbox; mails stay in the `RecordingMailer`, which is found under `Mailer`.
 */
export function openIdentity(
  { database, dataSource }: TestDatabase,
  clock: Clock,
  notices: Notices = new Notices(new LoneCarrier(), database),
  { exposeResetToken = false }: IdentityOptions = {},
): Promise<TestingModule> {
  const identity = { jwtSecret: 'a secret of at least thirty-two characters', exposeResetToken };
  const providers = [
    { provide: Config, useValue: { identity, http: { publicUrl: 'https://bots.example' } } },
    { provide: Clock, useValue: clock },
    { provide: DataSource, useValue: dataSource },
    { provide: Database, useValue: database },
    { provide: Notices, useValue: notices },
    { provide: JobQueue, useValue: { enqueue: async () => undefined, enqueueAll: async () => undefined } },
  ];

  @Global()
  @Module({ providers, exports: providers })
  class Machinery {}

  return Test.createTestingModule({ imports: [Machinery, EventsModule, IdentityModule] })
    .overrideProvider(Mailer)
    .useValue(new RecordingMailer())
    .compile();
}
