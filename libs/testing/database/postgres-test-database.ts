import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { type Migration, migrate, postgresOptions, TransactionalDataSource } from '#infra/database';
import { hashOf } from './test-template';

/** Settings of the connection to a test's own database. */
export const POOL = { poolSize: 10, connectTimeoutMs: 60_000, statementTimeoutMs: 120_000, preparesStatements: true };
/** Key of the lock under which the template is made; an arbitrary number. */
const TEMPLATE_LOCK = 5_120_339_871;

export interface OwnDatabase {
  url: string;
  drop(): Promise<void>;
}

/** A new database on the server, copied from a template that has the migrations. */
export async function createOwnDatabase(serverUrl: string, migrations: readonly Migration[]): Promise<OwnDatabase> {
  const template = `parley_template_${await hashOf(migrations)}`;
  const name = newName();
  await onServer(serverUrl, async (client) => {
    await ensureTemplate(client, { serverUrl, template, migrations });
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  return ownDatabase(serverUrl, name);
}

/** A new database on the server, without anything in it. */
export async function createEmptyDatabase(serverUrl: string): Promise<OwnDatabase> {
  const name = newName();
  await onServer(serverUrl, (client) => client.query(`CREATE DATABASE ${name}`));
  return ownDatabase(serverUrl, name);
}

function ownDatabase(serverUrl: string, name: string): OwnDatabase {
  return {
    url: urlOf(serverUrl, name),
    drop: () => onServer(serverUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
  };
}

function newName(): string {
  return `parley_test_${randomBytes(6).toString('hex')}`;
}

interface TemplateRequest {
  serverUrl: string;
  template: string;
  migrations: readonly Migration[];
}

/** Made under another name first: a template that was left half done must not be taken for one. */
async function ensureTemplate(client: Client, { serverUrl, template, migrations }: TemplateRequest): Promise<void> {
  await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [template]);
    if (rowCount) return;
    const draft = `${template}_draft`;
    await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${draft}`);
    await migrateDatabase(urlOf(serverUrl, draft), migrations);
    await client.query(`ALTER DATABASE ${draft} RENAME TO ${template}`);
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  }
}

async function migrateDatabase(url: string, migrations: readonly Migration[]): Promise<void> {
  const dataSource = new TransactionalDataSource(postgresOptions({ ...POOL, url }, () => undefined));
  await dataSource.initialize();
  try {
    await migrate(dataSource, { migrations });
  } finally {
    await dataSource.destroy();
  }
}

async function onServer(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
