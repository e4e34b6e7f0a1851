import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { rememberBody } from '../once/body-digest';

const TAKES_RAW_BODY = Symbol('takes raw body');
/** Stands in for the content type that was sent, so that no other parser sees the body. */
const RAW_TYPE = 'application/vnd.parley.raw';
/** What programs of other people post to us is small: events, never files. */
export const MAX_RAW_BODY_BYTES = 1024 * 1024;
const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json\b/i;

/** A request as it was sent, for those who check a signature over its bytes. Nothing of it is checked. */
export interface RawRequestParts {
  /** Names in lower case; of one that was sent twice, what Node makes of it. */
  headers: Record<string, string | undefined>;
  query: Record<string, string | undefined>;
  rawBody: Buffer;
  /** The JSON value of the body; undefined when it is none. */
  body: unknown;
}

/** The route takes a body of any content type, at most 1 MiB, as `RawRequest`. */
export function TakesRawBody(): MethodDecorator {
  return SetMetadata(TAKES_RAW_BODY, true);
}

export function takesRawBody(handler: object): boolean {
  return Reflect.getMetadata(TAKES_RAW_BODY, handler) === true;
}

export const RawRequest = createParamDecorator((_data: unknown, context: ExecutionContext): RawRequestParts => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const rawBody = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const headers = { ...request.headers, 'content-type': sentTypes.get(request.raw) };
  const isJson = JSON_TYPE.test(headers['content-type'] ?? '');
  return {
    headers: singles(headers),
    query: singles(request.query as Record<string, string | string[]>),
    rawBody,
    body: isJson ? parsed(rawBody) : undefined,
  };
});

/** Content types as they were sent. Goes with the requests. */
const sentTypes = new WeakMap<FastifyRequest['raw'], string | undefined>();

export function useRawBodies(app: NestFastifyApplication, instance: FastifyInstance): void {
  app.useBodyParser(
    RAW_TYPE,
    { bodyLimit: MAX_RAW_BODY_BYTES },
    (request, body: Buffer, done: (error: Error | null, body?: unknown) => void) => {
      rememberBody(request as FastifyRequest, body);
      done(null, body);
    },
  );
  instance.addHook('preParsing', (request, _reply, payload, done) => {
    if (request.routeOptions.config?.takesRawBody === true) {
      const { headers } = request.raw;
      sentTypes.set(request.raw, headers['content-type']);
      headers['content-type'] = RAW_TYPE;
    }
    done(null, payload);
  });
}

/** Of what was given more than once the first. */
function singles(values: Readonly<Record<string, string | string[] | undefined>>): Record<string, string | undefined> {
  const entries = Object.entries(values).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]);
  return Object.fromEntries(entries);
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
