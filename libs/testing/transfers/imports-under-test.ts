/** For database specs: imports into a base of one team, and what has come of them. */
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { DocumentSearch, DocumentsService } from '#domain/documents';
import { Questions } from '#domain/questions';
import {
  type ImportOptions,
  KnowledgeExports,
  type KnowledgeImport,
  KnowledgeImports,
  type TransferFormat,
  TransfersModule,
} from '#domain/transfers';
import { JobQueue } from '#infra/queue';
import { ImportRunning } from '../../domain/transfers/imports/import-running.service';
import { ImportSweeping } from '../../domain/transfers/imports/import-sweeping.service';
import { DocumentsUnderTest, type Tenant } from '../documents';

export type SaidRow = Record<string, unknown>;

const PAGE = { page: 1, limit: 1_000 };

export class ImportsUnderTest {
  tenant: Tenant;
  baseId: string;

  private constructor(readonly fixture: DocumentsUnderTest) {}

  static async open(): Promise<ImportsUnderTest> {
    return new ImportsUnderTest(await DocumentsUnderTest.open({ modules: [TransfersModule] }));
  }

  async reset(): Promise<void> {
    await this.fixture.reset();
    this.tenant = await this.fixture.newTenant();
    this.baseId = await this.newBase();
  }

  close(): Promise<void> {
    return this.fixture.close();
  }

  async newBase(): Promise<string> {
    return (await this.fixture.newBase(this.tenant)).id;
  }

  /** A row that is a text stands in the file as it is. */
  async start(
    content: string | readonly (SaidRow | string)[],
    options: Partial<ImportOptions> = {},
    baseId = this.baseId,
  ): Promise<string> {
    const lines = typeof content === 'string' ? [content] : content.map(lineOf);
    const file = {
      name: 'faq.jsonl',
      stream: Readable.from([Buffer.from(lines.join('\n'))]),
      options: async () => ({ mode: 'add' as const, onError: 'skip' as const, ...options }),
    };
    return (await this.fixture.get(KnowledgeImports).start(this.tenant.actor, baseId, file)).id;
  }

  run(id: string, stopping = new AbortController().signal): Promise<void> {
    return this.fixture.get(ImportRunning).run(id, stopping);
  }

  async importAll(...args: Parameters<ImportsUnderTest['start']>): Promise<KnowledgeImport> {
    const id = await this.start(...args);
    await this.run(id);
    return this.get(id, args[2]);
  }

  get(id: string, baseId = this.baseId): Promise<KnowledgeImport> {
    return this.fixture.get(KnowledgeImports).get(this.tenant.actor, baseId, id);
  }

  /** Gives the ids of those that were put again. */
  async sweep(): Promise<string[]> {
    const jobs = this.fixture.get(JobQueue);
    const { enqueueAll } = jobs;
    const put: { importId: string }[] = [];
    jobs.enqueueAll = async (_job, payloads) => {
      put.push(...(payloads as readonly { importId: string }[]));
    };
    await this.fixture.get(ImportSweeping).sweep();
    jobs.enqueueAll = enqueueAll;
    return put.map(({ importId }) => importId);
  }

  async items(baseId = this.baseId) {
    return (await this.fixture.get(DocumentsService).listItems(this.tenant.actor, baseId, PAGE)).items;
  }

  async titles(baseId = this.baseId): Promise<string[]> {
    return (await this.items(baseId)).map(({ title }) => title);
  }

  async questions(baseId = this.baseId) {
    return (await this.fixture.get(Questions).list(this.tenant.actor, baseId, PAGE)).items;
  }

  async search(query: string, baseId = this.baseId) {
    const hits = await this.fixture.get(DocumentSearch).search(this.tenant.actor, baseId, { query, limit: 20 });
    return hits.map(({ document: { title }, passage, score }) => ({ title, passage, score: score.toFixed(6) }));
  }

  async exported(format: TransferFormat, baseId = this.baseId): Promise<string> {
    return text((await this.fixture.get(KnowledgeExports).open(this.tenant.actor, baseId, format)).stream);
  }

  /** How many there are of each title, in all bases. */
  async passages(): Promise<Record<string, number>> {
    const rows = await this.fixture.db.database.query<{ title: string; count: number }>(
      'select title, count(*)::int as count from passage group by title order by title',
    );
    return Object.fromEntries(rows.map(({ title, count }) => [title, count]));
  }
}

function lineOf(row: SaidRow | string): string {
  return typeof row === 'string' ? row : JSON.stringify(row);
}
