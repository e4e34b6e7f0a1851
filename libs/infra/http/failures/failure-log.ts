import { Injectable, Logger } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { AppError } from '#kernel';
import { OVERLOADED } from '../overload/overload.guard';

/** One line per failed request, as loud as its kind deserves: our faults are errors, the caller's are not. */
@Injectable()
export class FailureLog {
  private readonly logger = new Logger('Http');

  failed(request: FastifyRequest, error: AppError): void {
    const line = `${lineOf(request)}: ${error.code}`;
    if (error.kind === 'internal') this.logger.error(line, stackOf(error));
    else if (error.kind === 'unavailable' && error.code !== OVERLOADED) this.logger.warn(`${line}: ${stackOf(error)}`);
    else this.logger.debug(line);
  }

  abandoned(request: FastifyRequest, error: AppError): void {
    this.logger.debug(`${lineOf(request)}: the caller left (${error.code})`);
  }
}

/** The pattern of the route, since addresses carry names and keys. */
function lineOf(request: FastifyRequest): string {
  const route = request.is404 ? undefined : request.routeOptions.url;
  return `${request.method} ${route ?? 'without a route'} (${request.id})`;
}

/** Of the original, which is what went wrong; an AppError of our own has no cause and speaks for itself. */
function stackOf(error: AppError): string {
  const origin = error.cause ?? error;
  return origin instanceof Error ? (origin.stack ?? origin.message) : String(origin);
}
