import path from 'node:path';
import { MIGRATIONS } from '#domain/migrations';
import { compareTemplate } from '#infra/database';
import { testTemplate } from '#testing/database';

describe('the template of the embedded database', () => {
  test('that the build made is what the migrations make', async () => {
    const template = path.resolve(__dirname, '../../dist/embedded-template');
    const difference = await compareTemplate(template, MIGRATIONS, await testTemplate([]));
    expect(difference).toEqual({ onlyInTemplate: [], onlyInMigrations: [] });
  });
});
