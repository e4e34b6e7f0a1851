import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Inject, Injectable, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { InjectRepository, TypeOrmModule } from '@nestjs/typeorm';
import { Column, Entity, type MigrationInterface, PrimaryColumn, type QueryRunner, Repository } from 'typeorm';
import { ConfigModule, loadConfig } from '#infra/config';
import { testTemplate } from '#testing/database';
import { Database } from './database';
import { DatabaseModule } from './database.module';
import { DatabaseHealth } from './database-health';
import { startEmbedded } from './embedded/start-embedded';

@Entity('pet')
class Pet {
  @PrimaryColumn('int')
  id: number;

  @Column('text')
  name: string;
}

class Pets implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE pet (id int PRIMARY KEY, name text NOT NULL)');
  }

  async down(): Promise<void> {}
}

@Injectable()
class PetShop {
  constructor(
    @InjectRepository(Pet) readonly pets: Repository<Pet>,
    @Inject(Database) readonly database: Database,
  ) {}
}

@Module({ imports: [TypeOrmModule.forFeature([Pet])], providers: [PetShop] })
class PetShopModule {}

describe('DatabaseModule', () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'parley-module-'));
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  test('starts the embedded database, migrates it, serves the domains, and ends it with the app', async () => {
    const template = await testTemplate([]);
    const config = loadConfig({ DATA_DIR: dataDir });
    const early = startEmbedded({ dataDir: config.database.dataDir, template });
    const database = DatabaseModule.forRoot({ migrations: [Pets] });
    const testing = await Test.createTestingModule({
      imports: [ConfigModule.forRoot(config), database, PetShopModule],
    }).compile();
    const app = await testing.init();

    const shop = app.get(PetShop);
    await shop.pets.insert({ id: 1, name: 'Rex' });
    expect(await shop.database.query('SELECT * FROM pet')).toEqual([{ id: 1, name: 'Rex' }]);
    expect(await app.get(DatabaseHealth).check()).toEqual({ status: 'ok', latencyMs: expect.any(Number) });
    expect(startEmbedded({ dataDir })).toBe(early);

    await app.close();
    expect(early.isStopping).toBe(true);
    expect(await app.get(DatabaseHealth).check()).toEqual({ status: 'down' });
  });

  test('ends what it has started when the database cannot be used', async () => {
    const imports = [
      ConfigModule.forRoot(loadConfig({ DATA_DIR: dataDir })),
      DatabaseModule.forRoot({ migrations: [] }),
    ];
    await expect(Test.createTestingModule({ imports }).compile()).rejects.toThrow('The database is newer');
    expect(existsSync(path.join(dataDir, 'parley.pid'))).toBe(false);
  });
});
