/** For database specs: the documents module, wired as in the product, on a test database. */

import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { DynamicModule, Type } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { DataSource, type EntitySchema, getMetadataArgsStorage } from 'typeorm';
import { type Bot, BotsService } from '#domain/bots';
import { DocumentsModule } from '#domain/documents';
import { type CreateKnowledgeBase, type KnowledgeBase, KnowledgeBasesService } from '#domain/knowledge';
import { MIGRATIONS } from '#domain/migrations';
import { Config, loadConfig } from '#infra/config';
import { Database } from '#infra/database';
import { Outbox } from '#infra/events';
import { HealthComponents } from '#infra/health';
import { HttpClientModule } from '#infra/http-client';
import { Notices } from '#infra/notices';
import { JobQueue } from '#infra/queue';
import { SecretsModule } from '#infra/secrets';
import { type Actor, Clock, newId } from '#kernel';
import { openTestDatabase, type TestDatabase } from '../database/open-test-database';
import { linkedNotices } from '../linked-notices';
import { ManualClock } from '../manual-clock';
import { insertPresets } from '../models';
import { RecordingOutbox } from '../recording-outbox';

export interface Tenant {
  actor: Actor;
  bot: Bot;
}

export class DocumentsUnderTest {
  readonly clock = new ManualClock();
  readonly outbox = new RecordingOutbox();
  /** Ids of the documents whose indexing was asked for. */
  readonly queued: string[] = [];
  private readonly dataDir = mkdtempSync(path.join(os.tmpdir(), 'parley-documents-'));
  private module: TestingModule;

  private constructor(
    readonly db: TestDatabase,
    private readonly settings: Readonly<Record<string, string>>,
    private readonly modules: Type[],
  ) {}

  /**
   * @param modules of domains that stand beside or above documents
   * @param settings of the environment
   */
  static async open({ modules = [], settings = {} }: { modules?: Type[]; settings?: Record<string, string> } = {}) {
    // Whatever the module has brought in.
    const entities = getMetadataArgsStorage().tables.map(({ target }) => target as EntitySchema | string);
    const db = await openTestDatabase({ migrations: MIGRATIONS, entities });
    const fixture = new DocumentsUnderTest(db, settings, modules);
    fixture.module = await fixture.process();
    return fixture;
  }

  /** The modules once more, as another process would have them. @param database of it, such as one that dies */
  process(database = this.db.database): Promise<TestingModule> {
    const imports = [this.foundation(database), DocumentsModule, ...this.modules];
    return Test.createTestingModule({ imports }).compile();
  }

  get<Service>(type: abstract new (...dependencies: never[]) => Service): Service {
    return this.module.get(type, { strict: false });
  }

  async reset(): Promise<void> {
    await this.db.reset();
    await insertPresets(this.db.database);
    this.outbox.events.length = 0;
    this.queued.length = 0;
    rmSync(this.blobDir, { recursive: true, force: true });
  }

  async close(): Promise<void> {
    await this.db.close();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  /** Keys of all blobs that are stored. */
  get blobs(): string[] {
    if (!existsSync(this.blobDir)) return [];
    const files = readdirSync(this.blobDir, { recursive: true, encoding: 'utf8' });
    return files.flatMap((file) => (file.endsWith('@blob') ? file.slice(0, -'@blob'.length) : []));
  }

  /** A team with a bot. */
  async newTenant(): Promise<Tenant> {
    const actor: Actor = { kind: 'system', teamId: newId(), plan: 'free' };
    await this.db.database.query(`insert into team (id, name) values ($1, 'Team')`, [actor.teamId]);
    return { actor, bot: await this.get(BotsService).create(actor, { name: 'Bot' }) };
  }

  newBase({ actor, bot }: Tenant, input: Partial<CreateKnowledgeBase> = {}): Promise<KnowledgeBase> {
    return this.get(KnowledgeBasesService).create(actor, bot.id, { name: 'FAQ', ...input });
  }

  /** Rows of each table that holds something of a document. */
  async rowsLeft(): Promise<Record<string, number>> {
    const tables = [
      'knowledge_base',
      'document',
      'document_source',
      'unneeded_blob',
      'question',
      'passage_source',
      'passage',
      'lexical_index',
      'lexical_posting',
    ];
    const counts = tables.map((table) => `select '${table}' as name, count(*)::int as count from ${table}`);
    const rows = await this.db.database.query<{ name: string; count: number }>(counts.join(' union all '));
    return Object.fromEntries(rows.filter(({ count }) => count > 0).map(({ name, count }) => [name, count]));
  }

  private get blobDir(): string {
    return path.join(this.dataDir, 'blobs');
  }

  private get jobs() {
    const enqueueAll = async (_job: unknown, payloads: readonly { documentId?: string }[]) => {
      this.queued.push(...payloads.flatMap(({ documentId }) => documentId ?? []));
    };
    return { enqueueAll, enqueue: (job: unknown, payload: { documentId?: string }) => enqueueAll(job, [payload]) };
  }

  /** What the product's foundation gives to every module. */
  private foundation(database: Database): DynamicModule {
    const secrets = { JWT_SECRET: 'x'.repeat(32), SECRETS_KEY: Buffer.alloc(32).toString('base64') };
    const config = loadConfig({ ...secrets, DATA_DIR: this.dataDir, ...this.settings });
    const providers = [
      { provide: Config, useValue: config },
      { provide: DataSource, useValue: this.db.dataSource },
      { provide: Database, useValue: database },
      { provide: Outbox, useValue: this.outbox },
      { provide: Clock, useValue: this.clock },
      { provide: Notices, useValue: linkedNotices(database)() },
      { provide: JobQueue, useValue: this.jobs },
      { provide: HealthComponents, useValue: new HealthComponents() },
    ];
    const exported = providers.map(({ provide }) => provide);
    const imports = [SecretsModule, HttpClientModule];
    return { module: class Foundation {}, global: true, imports, providers, exports: exported };
  }
}
