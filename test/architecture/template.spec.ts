import path from 'node:path';
import { MIGRATIONS } from '#domain/migrations';
import { compareTemplate } from '#infra/database';

describe('the template of the embedded database', () => {
  test('that the build made is what the migrations make', async () => {
    const template = path.resolve(__dirname, '../../dist/embedded-template');
    expect(await compareTemplate(template, MIGRATIONS)).toEqual({ onlyInTemplate: [], onlyInMigrations: [] });
  }, 120_000);
});
