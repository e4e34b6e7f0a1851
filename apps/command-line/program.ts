import { Command } from 'commander';
import { adminCommands } from './commands/admin.command';
import { backupCommand } from './commands/backup.command';
import { botCommands } from './commands/bot.command';
import { migrateCommand } from './commands/migrate.command';
import { moveCommand } from './commands/move.command';
import { queueCommands } from './commands/queue.command';
import { reindexCommand } from './commands/reindex.command';
import { restoreCommand } from './commands/restore.command';
import { statusCommand } from './commands/status.command';
import { PARLEY_VERSION } from './version';

const HELP = `
Settings are those of the server (docs/configuration.md): with DATABASE_URL a command works on that PostgreSQL, beside
whatever servers run; without it on the embedded database of DATA_DIR, through the server that uses it, or alone if none
does. Answers go to stdout, progress and log lines to stderr.

Exit codes: 0 done, 1 failed or wrong usage, 2 refused, with a sentence that says what to do.`;

/** A fresh one for each use: commander keeps what it has parsed. */
export function parleyProgram(): Command {
  const program = new Command('parley')
    .description('Cares for an installation of Parley.')
    .version(PARLEY_VERSION)
    .showHelpAfterError('(add --help for what there is)')
    .addHelpText('after', HELP);
  const commands = [
    statusCommand(),
    migrateCommand(),
    adminCommands(),
    backupCommand(),
    restoreCommand(),
    moveCommand(),
    reindexCommand(),
    queueCommands(),
    botCommands(),
  ];
  for (const command of commands) program.addCommand(command);
  return program;
}
