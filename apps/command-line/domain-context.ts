import { type DynamicModule, type INestApplicationContext, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Config, loadConfig } from '#infra/config';
import { joinOrStartEmbedded } from '#infra/database/embedded';
import { createLogger, NestPinoLogger } from '#infra/logging';
import { foundation } from '../foundation';
import { TEMPLATE } from './installation';

/** Log lines of the rooms that a command uses go where its progress goes: stdout is the command's answer. */
const STDERR = { write: (line: string) => void process.stderr.write(line) };

@Module({})
class CommandModule {
  static forRoot(config: Config, modules: Type[]): DynamicModule {
    return { module: CommandModule, imports: [...foundation(config), ...modules] };
  }
}

/**
 * The domain for the time of `work`, as a process beside the servers, if there are any: what it changes they hear of by
 * notices, what it puts into the queue they run. The database is migrated, as by every start.
 */
export async function withDomain<T>(
  modules: Type[],
  work: (context: INestApplicationContext) => Promise<T>,
  config: Config = loadConfig(),
): Promise<T> {
  const { url, dataDir, maxQueryMs } = config.database;
  if (url === undefined) await joinOrStartEmbedded({ dataDir, maxQueryMs, template: TEMPLATE });
  const context = await NestFactory.createApplicationContext(CommandModule.forRoot(config, modules), {
    logger: new NestPinoLogger(createLogger('warn', STDERR)),
    abortOnError: false,
  });
  try {
    return await work(context);
  } finally {
    await context.close();
  }
}
