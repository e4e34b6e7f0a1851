import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '#infra/config';
import { requireTeam } from '../access/access.guard';
import '../admission/fastify-request';
import { buildOpenApi, type DialectDocument } from './build-openapi';
import { docsPage, pagePolicy, pageScript } from './docs-page';
import { sendAsset } from './swagger-assets';
import { uniteOpenApi } from './union-openapi';

const UNION_PATH = '/openapi.json';
const JSON_TYPE = 'application/json; charset=utf-8';

/**
 * Serves `/openapi.json` (all dialects), one document per dialect at its own path and at `/openapi/<dialect>.json`, and
 * the page `/docs`. Documents are built at the first request, because start-up time matters, and kept as text.
 */
export function mountDocs(app: NestFastifyApplication, parts: readonly DialectDocument[]): void {
  const { docsPublic, publicUrl } = app.get(Config).http;
  const instance = app.getHttpAdapter().getInstance();
  const guard = (request: FastifyRequest) => {
    if (!docsPublic) requireTeam(request);
  };
  for (const part of parts) {
    const text = once(() => JSON.stringify(buildOpenApi(app, part, publicUrl)));
    for (const path of new Set([part.dialect.docs.path, `/openapi/${part.dialect.name}.json`])) {
      serve(instance, path, JSON_TYPE, guard, text);
    }
  }
  const documents = () =>
    parts.map((part) => ({ name: part.dialect.name, document: buildOpenApi(app, part, publicUrl) }));
  const union = once(() => JSON.stringify(uniteOpenApi(documents(), 'Parley')));
  serve(instance, UNION_PATH, JSON_TYPE, guard, union);
  mountPage(instance, parts, guard, publicUrl);
}

function mountPage(
  instance: FastifyInstance,
  parts: readonly DialectDocument[],
  guard: (request: FastifyRequest) => void,
  publicUrl: string | undefined,
): void {
  const choices = [
    ...parts.map(({ dialect }) => ({ name: dialect.docs.title, url: dialect.docs.path })),
    { name: 'Parley: everything', url: UNION_PATH },
  ];
  serve(instance, '/docs', 'text/html; charset=utf-8', guard, docsPage, pagePolicy(publicUrl));
  // The script and the assets hold nothing of ours to protect, and a browser sends no key for them.
  serve(
    instance,
    '/docs/start.js',
    'text/javascript; charset=utf-8',
    () => undefined,
    once(() => pageScript(choices)),
  );
  instance.get<{ Params: { name: string } }>('/docs/assets/:name', (request, reply) =>
    sendAsset(request.params.name, reply),
  );
  instance.get('/', (request, reply) => reply.redirect(`/docs${queryOf(request)}`, 302));
}

function serve(
  instance: FastifyInstance,
  path: string,
  type: string,
  guard: (request: FastifyRequest) => void,
  text: () => string,
  headers: Readonly<Record<string, string>> = {},
): void {
  instance.get(path, async (request: FastifyRequest, reply: FastifyReply) => {
    guard(request);
    return reply.headers(headers).header('content-type', type).send(text());
  });
}

/** With its question mark, as sent; the page passes a key on. */
function queryOf(request: FastifyRequest): string {
  const url = request.raw.url ?? '';
  const start = url.indexOf('?');
  return start === -1 ? '' : url.slice(start);
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
