import { createReadStream, existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { Command } from 'commander';
import type { BotImport } from '#domain/bot-files';
import type { Actor } from '#kernel';
import { type FoundBot, findBots, findTeam } from '../bots.queries';
import { type OutputOptions, tell } from '../terminal/answers';
import { CommandFailure } from '../terminal/failure';
import { Progress } from '../terminal/progress';

interface ExportOptions extends OutputOptions {
  force?: boolean;
}

interface ImportOptions extends OutputOptions {
  name?: string;
  team?: string;
}

const POLL_MS = 250;

export function botCommands(): Command {
  const group = new Command('bot').summary('a bot as one file').description(
    `A bot with its configuration, personalities, knowledge bases (files as they were sent), questions, training data, plugins and
integrations, as one file that works between installations. Secrets and conversations are not in it.`,
  );
  group
    .command('export')
    .argument('<bot>', 'its id, or its slug')
    .argument('<file>', 'what to write, e.g. help.parley-bot.tar.gz')
    .description('Writes a bot into a file.')
    .option('--force', 'replace the file if it is there')
    .option('--json', 'answer as JSON')
    .action(exportBot);
  group
    .command('import')
    .argument('<file>', 'what an export has written')
    .description('Makes a new bot of a file, whole or not at all, and tells what is to be filled in by hand.')
    .option('--name <name>', 'in place of the name in the file')
    .option('--team <user>', 'whose team gets it: a username or e-mail address; the oldest administrator unless given')
    .option('--json', 'answer as JSON')
    .action(importBot);
  return group;
}

async function exportBot(idOrSlug: string, fileName: string, options: ExportOptions): Promise<void> {
  const file = path.resolve(fileName);
  if (existsSync(file) && !options.force) {
    throw new CommandFailure(`${file} is there already. Give another name, or add --force to replace it.`);
  }
  const bot = await withBotFiles(async (context, { BotExports }) => {
    const [{ Database }, { writeWhole }] = await Promise.all([import('#infra/database'), import('#infra/tar-files')]);
    const found = onlyBot(await findBots(context.get(Database, { strict: false }), idOrSlug), idOrSlug);
    const progress = new Progress();
    progress.begin('Exporting');
    const { stream } = await context.get(BotExports, { strict: false }).open(systemOf(found.teamId), found.id);
    stream.on('data', () => progress.advance());
    await writeWhole(file, stream);
    progress.end();
    return found;
  });
  const { size: bytes } = statSync(file);
  tell(
    { botId: bot.id, file, bytes },
    [`"${bot.name}" was written to ${file} (${Math.ceil(bytes / 1024)} KiB).`],
    options,
  );
}

async function importBot(fileName: string, options: ImportOptions): Promise<void> {
  const file = path.resolve(fileName);
  if (!existsSync(file)) throw new CommandFailure(`There is no file ${file}.`);
  const ended = await withBotFiles(async (context, { BotImports, BotImportRunning }) => {
    const { Database } = await import('#infra/database');
    const teamId = await findTeam(context.get(Database, { strict: false }), options.team);
    if (teamId === undefined)
      throw new CommandFailure('There is no such user. "parley admin list" names administrators.');
    const actor = systemOf(teamId);
    const imports = context.get(BotImports, { strict: false });
    const wanted = async () => (options.name === undefined ? {} : { name: options.name });
    const given = { fileName: path.basename(file), stream: createReadStream(file), options: wanted };
    const { id } = await imports.start(actor, given);
    // Here, unless the worker of a running server was quicker.
    const running = context.get(BotImportRunning, { strict: false }).run(id, new AbortController().signal);
    running.catch(() => undefined);
    return watched(() => imports.get(actor, id));
  });
  if (ended.status === 'failed') throw new CommandFailure(ended.error?.message ?? 'The import has failed.');
  const { botId, notes } = ended;
  const lines = [`The bot ${botId} was made. Its documents are indexed by the worker of a running server.`];
  if (notes.length > 0) lines.push('', 'To be filled in by hand:', ...notes.map((note) => `  - ${note}`));
  tell({ botId, notes }, lines, options);
}

async function watched(read: () => Promise<BotImport>): Promise<BotImport> {
  const progress = new Progress();
  progress.begin('Importing', 100);
  for (let shown = 0; ; await delay(POLL_MS)) {
    const now = await read();
    progress.advance(now.progress - shown);
    shown = now.progress;
    if (now.status === 'completed' || now.status === 'failed') {
      progress.end();
      return now;
    }
  }
}

/** Loaded when it is needed: the domain takes a second. */
async function withBotFiles<T>(
  work: (context: INestApplicationContext, door: typeof import('#domain/bot-files')) => Promise<T>,
): Promise<T> {
  const [{ withDomain }, door] = await Promise.all([import('../domain-context.js'), import('#domain/bot-files')]);
  return withDomain([door.BotFilesModule], (context) => work(context, door));
}

function onlyBot(found: readonly FoundBot[], asked: string): FoundBot {
  const [bot, other] = found;
  if (!bot) throw new CommandFailure(`There is no bot "${asked}".`);
  if (!other) return bot;
  const ids = found.map(({ id, name }) => `  ${id}  ${name}`);
  throw new CommandFailure([`Several bots have the slug "${asked}". Give the id:`, ...ids].join('\n'));
}

function systemOf(teamId: string): Actor {
  return { kind: 'system', teamId, plan: 'free' };
}
