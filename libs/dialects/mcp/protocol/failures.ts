import { Logger } from '@nestjs/common';
import { AppError } from '#kernel';
import type { Caller } from './caller';
import type { Library } from './mcp-library';

const logger = new Logger('Mcp');

/** What a model may be told of a failure, so that it can do better; of ours, only by which id the log can be searched. */
export function toldFailure(thrown: unknown, { requestId }: Caller, what: string): string | undefined {
  if (thrown instanceof AppError && thrown.kind !== 'internal') {
    logger.debug(`${what} (${requestId}): ${thrown.code}`);
    return thrown.message;
  }
  logger.error(`${what} (${requestId}) failed`, thrown instanceof Error ? thrown.stack : String(thrown));
  return undefined;
}

/** What the caller is told of a failure of ours. */
export function internalMessage({ requestId }: Caller): string {
  return `Something went wrong on our side. If you report it, quote the request id ${requestId}.`;
}

/** As an error of the protocol. */
export function protocolFailure(library: Library, thrown: unknown, caller: Caller, what: string): Error {
  if (library.ProtocolError.isInstance(thrown)) return thrown;
  const { ProtocolError, ProtocolErrorCode } = library;
  const told = toldFailure(thrown, caller, what);
  if (told === undefined) return new ProtocolError(ProtocolErrorCode.InternalError, internalMessage(caller));
  const isTheirs = !(thrown instanceof AppError) || thrown.kind !== 'unavailable';
  return new ProtocolError(isTheirs ? ProtocolErrorCode.InvalidParams : ProtocolErrorCode.InternalError, told);
}
