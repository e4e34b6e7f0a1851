import type { FastifyError, FastifyReply } from 'fastify';
import type { RenderedFailure } from '../dialect';

declare module 'fastify' {
  interface FastifyInstance {
    /** Logs what was thrown and words it in the dialect of the request. */
    wordFailure(thrown: unknown, request: FastifyRequest): RenderedFailure;
    /** Answers what the router refuses before any hook has run: a malformed escape, an endless parameter. */
    answerUnroutable(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void;
  }
}
