/**
 * One embedded engine for all files that a worker of Jest runs, one after the other: starting one takes longer than most of
 * them. A process that outlives the files holds it (`test-engine-host.ts`) until the run is over. Every file finds the
 * database as the migrations left it.
 */
import { spawn } from 'node:child_process';
import { existsSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import type { ServingEngine } from '#infra/database';
import { eventually } from '../eventually';

/** Set for the time of a run of tests, see `test/run.setup.cjs`. */
const FOLDER_VARIABLE = 'PARLEY_TEST_RUN';
/** Jest gives each of its workers a number. */
const WORKER_VARIABLE = 'JEST_WORKER_ID';
const READY_LIMIT_MS = 120_000;
const SOURCE_HOOK = path.join(__dirname, '../../infra/database/embedded/typescript-source.cjs');
const HOST = path.join(__dirname, 'test-engine-host.ts');

/** What a host is told; the run is over when its folder is gone. */
export interface HostOrder {
  folder: string;
  /** The file that names the socket, or says that there is none. */
  addressFile: string;
  template: string;
}

/** Undefined when nothing runs that could share one. @throws Error with all that its host printed when it did not start */
export async function sharedTestEngine(template: string): Promise<ServingEngine | undefined> {
  const { [FOLDER_VARIABLE]: folder, [WORKER_VARIABLE]: worker } = process.env;
  if (!folder || !worker) return undefined;
  const addressFile = path.join(folder, `engine-${worker}-${path.basename(template)}`);
  // Files of one worker never run at the same time.
  if (!existsSync(addressFile)) startHost({ folder, addressFile, template });
  const socketPath = await eventually(
    () => existsSync(addressFile) && readFileSync(addressFile, 'utf8'),
    READY_LIMIT_MS,
  );
  if (!path.isAbsolute(socketPath) && !socketPath.startsWith('\\\\')) {
    throw new Error(`The shared engine did not start:\n${readFileSync(logOf(addressFile), 'utf8')}`);
  }
  return { socketPath, isServing: true, isStopping: false, ready: async () => undefined, stop: async () => undefined };
}

function startHost(order: HostOrder): void {
  const output = openSync(logOf(order.addressFile), 'a');
  const argv = ['--require', SOURCE_HOOK, HOST, JSON.stringify(order)];
  spawn(process.execPath, argv, { detached: true, stdio: ['ignore', output, output] }).unref();
}

function logOf(addressFile: string): string {
  return `${addressFile}.log`;
}

/**
 * Brings the database back to where its migrations left it: what they wrote is kept aside by whoever comes first, schemas
 * that tests made are dropped.
 */
const PRISTINE = `
  DO $$
  DECLARE
    one record;
    names text;
  BEGIN
    FOR one IN SELECT nspname AS name FROM pg_namespace
      WHERE nspname !~ '^pg_' AND nspname NOT IN ('public', 'information_schema', 'pristine')
    LOOP
      EXECUTE format('DROP SCHEMA %I CASCADE', one.name);
    END LOOP;
    IF to_regnamespace('pristine') IS NULL THEN
      CREATE SCHEMA pristine;
      FOR one IN SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace LOOP
        EXECUTE format('CREATE TABLE pristine.%I AS TABLE public.%I', one.name, one.name);
      END LOOP;
      CREATE TABLE pristine."$sequences" AS SELECT sequencename::text AS name, last_value FROM pg_sequences
        WHERE schemaname = 'public';
      RETURN;
    END IF;
    SELECT string_agg(format('public.%I', relname), ', ') INTO names FROM pg_class
      WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace;
    EXECUTE format('TRUNCATE %s RESTART IDENTITY CASCADE', names);
    SET LOCAL session_replication_role = replica;
    FOR one IN SELECT relname AS name FROM pg_class
      WHERE relkind = 'r' AND relnamespace = 'pristine'::regnamespace AND relname <> '$sequences'
    LOOP
      EXECUTE format('INSERT INTO public.%I OVERRIDING SYSTEM VALUE SELECT * FROM pristine.%I', one.name, one.name);
    END LOOP;
    FOR one IN SELECT name, last_value FROM pristine."$sequences" WHERE last_value IS NOT NULL LOOP
      PERFORM setval(format('public.%I', one.name), greatest(one.last_value, 1));
    END LOOP;
  END $$`;

export async function makePristine(dataSource: DataSource): Promise<void> {
  await dataSource.query(PRISTINE);
}
