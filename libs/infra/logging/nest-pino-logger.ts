/**
 * Nest's logger on pino. Nest passes the message first, then anything, and the name of the class that logs last; an
 * object as message gives its fields to the line.
 */
import type { LoggerService } from '@nestjs/common';
import type { Level, Logger } from 'pino';

/** Parts of Nest that tell each module and each route at start: of use only to whoever looks for a fault there. */
const TALKATIVE = new Set(['InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestFactory', 'NestApplication']);

export class NestPinoLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  private write(level: Level, message: unknown, rest: readonly unknown[]): void {
    const context = typeof rest.at(-1) === 'string' ? (rest.at(-1) as string) : undefined;
    const shownLevel = level === 'info' && context !== undefined && TALKATIVE.has(context) ? 'debug' : level;
    if (!this.logger.isLevelEnabled(shownLevel)) return;
    const details = context === undefined ? rest : rest.slice(0, -1);
    this.logger[shownLevel]({ context, ...fieldsOf(message), ...detailsOf(details) });
  }
}

function fieldsOf(message: unknown): Record<string, unknown> {
  if (message instanceof Error) return { message: message.message, err: message };
  if (typeof message === 'object' && message !== null) return { ...message };
  return { message: String(message) };
}

/** `logger.error(text, stack)` and `logger.error(text, error)` both occur in Nest. */
function detailsOf(details: readonly unknown[]): Record<string, unknown> {
  const given = details.filter((detail) => detail !== undefined);
  if (given.length === 0) return {};
  const error = given.find((detail) => detail instanceof Error);
  if (error) return { err: error };
  const [only] = given;
  if (given.length === 1 && typeof only === 'string') return { stack: only };
  return { details: given };
}
