/** PostgreSQL and Redis as somebody kills, starts, pauses and resumes them: by the command in `SERVICES_CONTROL`. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Redis } from 'ioredis';

export type Service = 'postgres' | 'redis';

const run = promisify(execFile);

export class Services {
  private constructor(private readonly command: string) {}

  /** Undefined when there is no such command: then the two are left alone. */
  static fromEnvironment(): Services | undefined {
    const { SERVICES_CONTROL: command } = process.env;
    if (!command) console.log('PostgreSQL and Redis are left alone: SERVICES_CONTROL names no command.');
    return command ? new Services(command) : undefined;
  }

  kill(service: Service): Promise<void> {
    return this.tell('kill', service);
  }

  start(service: Service): Promise<void> {
    return this.tell('start', service);
  }

  pause(service: Service): Promise<void> {
    return this.tell('pause', service);
  }

  resume(service: Service): Promise<void> {
    return this.tell('resume', service);
  }

  private async tell(what: string, service: Service): Promise<void> {
    await run('/bin/sh', ['-c', `${this.command} ${what} ${service}`]);
  }
}

/** As if Redis came back with nothing of ours, whatever it had kept. */
export async function forgetKeys(redisUrl: string, keyPrefix: string): Promise<void> {
  const redis = new Redis(redisUrl);
  try {
    for await (const keys of redis.scanStream({ match: `*${keyPrefix}*`, count: 1_000 })) {
      if (keys.length > 0) await redis.unlink(keys);
    }
  } finally {
    redis.disconnect();
  }
}
