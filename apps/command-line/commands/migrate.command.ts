import { Command } from 'commander';
import { MIGRATIONS } from '#domain/migrations';
import { migrate } from '#infra/database';
import { withInstallation } from '../installation';
import { say } from '../terminal/answers';

export function migrateCommand(): Command {
  return new Command('migrate')
    .summary('bring the database up to date')
    .description(
      'Applies the migrations that the database lacks, each in a transaction. Servers and workers do the same when they start.',
    )
    .action(() =>
      withInstallation(async ({ database: { dataSource } }) => {
        const onProgress = ({ number, total, name }: { number: number; total: number; name: string }) =>
          console.error(`Migration ${number} of ${total}: ${name}`);
        await migrate(dataSource, { migrations: MIGRATIONS, onProgress });
        say('The database is up to date.');
      }),
    );
}
