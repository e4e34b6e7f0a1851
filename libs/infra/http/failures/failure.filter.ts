import { type ArgumentsHost, Catch, type ExceptionFilter, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type AppError, Clock, SECOND_MS } from '#kernel';
import '../admission/fastify-request';
import type { RenderedFailure } from '../dialect';
import { appErrorOf } from './app-error-of';
import { FailureLog } from './failure-log';
import { failureOf } from './failure-of';

/** Headers of an answer that was meant and did not come about. */
const SUCCESS_ONLY_HEADERS = ['content-length', 'content-disposition', 'content-encoding', 'etag', 'last-modified'];

/** The only exception filter: logs once and lets the dialect of the path word the answer. */
@Catch()
@Injectable()
export class FailureFilter implements ExceptionFilter {
  constructor(
    private readonly clock: Clock,
    private readonly log: FailureLog,
  ) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(thrown, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const error = appErrorOf(thrown);
    request.once?.failed(error.kind);
    if (callerLeft(request)) {
      this.log.abandoned(request, error);
      void request.once?.forget();
      return;
    }
    const rendered = this.word(error, request);
    if (reply.sent || reply.raw.headersSent) reply.raw.destroy();
    else send(reply, error, rendered);
  }

  word(thrown: unknown, request: FastifyRequest): RenderedFailure {
    const error = appErrorOf(thrown);
    this.log.failed(request, error);
    return request.dialect.renderFailure(failureOf(error, request.id, this.clock.now()));
  }
}

function send(reply: FastifyReply, error: AppError, { status, body }: RenderedFailure): void {
  for (const header of SUCCESS_ONLY_HEADERS) reply.removeHeader(header);
  // RFC 9110 §15.5.2: a 401 names a way to authenticate.
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  if (error.retryAfterMs !== undefined) reply.header('retry-after', Math.ceil(error.retryAfterMs / SECOND_MS));
  reply.status(status).header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(body));
}

/** Before its request was complete; there is nobody to answer. */
function callerLeft(request: FastifyRequest): boolean {
  return request.raw.destroyed && !request.raw.complete;
}
