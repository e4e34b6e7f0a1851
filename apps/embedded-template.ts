/** Part of the build: makes the migrated template of the embedded database. */
import path from 'node:path';
import { MIGRATIONS } from '#domain/migrations';
import { buildTemplate } from '#infra/database';

buildTemplate(MIGRATIONS, path.resolve(__dirname, '../embedded-template')).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
