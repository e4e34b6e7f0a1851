import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openTestEngine, testTemplate } from '#testing/database';
import { usableTemplate } from './embedded/template-manifest';
import { migrate } from './migrations/migrate';
import { buildTemplate, compareTemplate } from './template';

class Pets implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE pet (id int PRIMARY KEY, portrait vector(3))');
  }

  async down(): Promise<void> {}
}

class PetNames implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE pet ADD name text; CREATE INDEX pet_name_idx ON pet (name)');
  }

  async down(): Promise<void> {}
}

describe('the template of the embedded database', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'parley-template-'));
  const template = path.join(folder, 'template');
  let empty: string;
  beforeAll(async () => {
    empty = await testTemplate([]);
    await buildTemplate([Pets], template, empty);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('has what its migrations make, and shows what a later migration has added', async () => {
    const { onlyInTemplate, onlyInMigrations } = await compareTemplate(template, [Pets, PetNames], empty);
    expect(onlyInTemplate).toEqual([]);
    expect(onlyInMigrations).toEqual([
      'CREATE INDEX pet_name_idx ON public.pet USING btree (name)',
      'migration 2 PetNames',
      'r pet name text',
    ]);
  });

  test('serves the migrations that begin with its own, and no others', () => {
    expect(usableTemplate(template, [Pets])).toBe(template);
    expect(usableTemplate(template, [Pets, PetNames])).toBe(template);
    expect(usableTemplate(template, [PetNames])).toBeUndefined();
    expect(usableTemplate(template, [])).toBeUndefined();
    expect(usableTemplate(path.join(folder, 'absent'), [Pets])).toBeUndefined();
  });

  test('is where a first start begins, and later migrations follow', async () => {
    const { database, dataSource, close } = await openTestEngine({ template });
    const seen: string[] = [];
    await migrate(dataSource, { migrations: [Pets, PetNames], onProgress: ({ name }) => seen.push(name) });
    expect(seen).toEqual(['PetNames']);
    expect(await database.query('SELECT id, name FROM pet')).toEqual([]);
    await close();
  });
});
