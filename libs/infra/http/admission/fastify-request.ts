import type { Actor } from '#kernel';
import type { Dialect, RequestHead } from '../dialect';
import '../once/once-run';

declare module 'fastify' {
  interface FastifyRequest {
    head: RequestHead;
    /** Owns the path and words every answer below it. */
    dialect: Dialect;
    /** Who is asking; undefined without a credential or with a refused one. */
    actor: Actor | undefined;
    /** True when a credential was presented and nobody answers to it. */
    credentialRefused: boolean;
  }
}

/** Declared to Fastify once, so that every request object has the same shape. */
export const REQUEST_PROPERTIES = ['head', 'dialect', 'actor', 'credentialRefused', 'once'] as const;
