import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyReply } from 'fastify';
import { AppError } from '#kernel';

/** The parts of swagger-ui-dist that the page needs; nothing else of the package is served. */
const TYPE_BY_ASSET: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'swagger-ui-standalone-preset.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
};

/** Kept by browsers for a day; the package changes only with a new version of the product. */
const CACHE_CONTROL = 'public, max-age=86400';

/** Read at each request rather than kept: 1.5 MB for a page that is seldom opened. */
export async function sendAsset(name: string, reply: FastifyReply): Promise<FastifyReply> {
  const type = Object.hasOwn(TYPE_BY_ASSET, name) ? TYPE_BY_ASSET[name] : undefined;
  if (!type) throw new AppError('http.no_such_asset', 'not_found', 'There is nothing at this path.');
  const content = await readFile(path.join(folder(), name));
  return reply.header('content-type', type).header('cache-control', CACHE_CONTROL).send(content);
}

/** swagger-ui-dist is a dependency of @nestjs/swagger, so it is looked up from there. */
function folder(): string {
  const swagger = require.resolve('@nestjs/swagger/package.json');
  return path.dirname(require.resolve('swagger-ui-dist/package.json', { paths: [swagger] }));
}
