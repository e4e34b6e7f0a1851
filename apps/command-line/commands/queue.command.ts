import { Command, Option } from 'commander';
import type { FailedWork } from '#infra/queue';
import { withInstallation } from '../installation';
import { type OutputOptions, table, tell } from '../terminal/answers';
import { CommandFailure } from '../terminal/failure';

interface RetryOptions extends OutputOptions {
  only?: string[];
}

const KINDS = [
  'documents',
  'imports',
  'trainings',
  'webhook-deliveries',
  'messages-of-channels',
  'callbacks-of-agents',
];

export function queueCommands(): Command {
  const group = new Command('queue')
    .summary('what waits, and what has failed')
    .description(
      'Jobs are only messages: what is to be done stands in rows, and sweeps of a running server put jobs for them.',
    );
  group
    .command('status')
    .description('Jobs that wait, are delayed and run, by kind; and work that was given up.')
    .option('--json', 'answer as JSON')
    .action(status);
  group
    .command('retry-failed')
    .description(
      `Makes everything due again that was given up: documents, imports, the newest trainings, deliveries of webhooks that are on,
messages of channels, callbacks of agents. A running server takes it up within seconds.`,
    )
    .addOption(new Option('--only <kind...>', 'only these kinds').choices(KINDS))
    .option('--json', 'answer as JSON')
    .action(retryFailed);
  return group;
}

async function status(options: OutputOptions): Promise<void> {
  const [{ withDomain }, { QueueDepths }, { FAILED_WORK }, { Database }] = await Promise.all([
    import('../domain-context.js'),
    import('#infra/queue'),
    import('../failed-work.js'),
    import('#infra/database'),
    // For the names of all jobs: the queue knows those that were declared.
    import('../../worker/worker.module.js'),
  ]);
  const answer = await withDomain([], async (context) => {
    const depths = await context.get(QueueDepths, { strict: false }).readNow();
    const jobs = [...depths].map(([job, depth]) => ({ job, ...depth })).toSorted((a, b) => a.job.localeCompare(b.job));
    const database = context.get(Database, { strict: false });
    const failed: Record<string, number> = {};
    for (const work of FAILED_WORK) failed[nameOf(work)] = await work.count(database);
    return { jobs, failed };
  });
  const busy = answer.jobs.filter(({ waiting, delayed, running }) => waiting + delayed + running > 0);
  const rows = busy.map(({ job, waiting, delayed, running }) => [job, ...[waiting, delayed, running].map(String)]);
  const jobLines =
    rows.length > 0 ? table([['job', 'waiting', 'delayed', 'running'], ...rows]) : ['No job waits or runs.'];
  const failed = table([
    ['given up', ''],
    ...Object.entries(answer.failed).map(([kind, count]) => [kind, String(count)]),
  ]);
  tell(answer, [...jobLines, '', ...failed], options);
}

async function retryFailed(options: RetryOptions): Promise<void> {
  const { FAILED_WORK } = await import('../failed-work.js');
  const wanted = FAILED_WORK.filter((work) => !options.only || options.only.includes(nameOf(work)));
  const retried: Record<string, number> = {};
  const reach = await withInstallation(async (installation) => {
    if ((await installation.pendingMigrations()) !== 0) {
      throw new CommandFailure('The database is not up to date with this version. Run "parley migrate" first.');
    }
    for (const work of wanted) retried[nameOf(work)] = await work.retry(installation.database, new Date());
    return installation.reach;
  });
  const lines = table(Object.entries(retried).map(([kind, count]) => [kind, `${count} are due again`]));
  if (reach === 'data-folder') lines.push('', 'No server runs on this data folder: they wait for the next start.');
  tell({ retried }, lines, options);
}

function nameOf({ kind }: FailedWork): string {
  return kind.replaceAll(' ', '-');
}
