import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ASSISTANT_OPERATIONS } from './generated/assistant.operations';
import { CRIABOT_OPERATIONS } from './generated/criabot.operations';
import { MANAGER_OPERATIONS } from './generated/manager.operations';
import { PLATFORM_OPERATIONS } from './generated/platform.operations';
import { SUPPORT_OPERATIONS } from './generated/support.operations';
import { type Operations, requestOf } from './operations';
import { Parley } from './parley';

const TABLES: Record<string, Operations> = {
  platform: PLATFORM_OPERATIONS,
  assistant: ASSISTANT_OPERATIONS,
  support: SUPPORT_OPERATIONS,
  manager: MANAGER_OPERATIONS,
  criabot: CRIABOT_OPERATIONS,
};

/** Methods in place of operations that only stream. */
const STREAMS: Record<string, string> = {
  resumeStreamedReply: 'streamReply',
  resumeStreamedAnswer: 'streamReply',
};

interface Document {
  paths: Record<string, Record<string, { operationId: string }>>;
}

test.each(Object.keys(TABLES))('%s has a method for each operation of its document', (dialect) => {
  const file = path.resolve(__dirname, `../../../docs/openapi/${dialect}.json`);
  const { paths } = JSON.parse(readFileSync(file, 'utf8')) as Document;
  const client = new Parley()[dialect as 'platform'] as unknown as Record<string, unknown>;
  const told = Object.entries(paths).flatMap(([route, methods]) =>
    Object.entries(methods).map(
      ([method, { operationId }]) => [operationId, `${method.toUpperCase()} ${route}`] as const,
    ),
  );
  for (const [name, route] of told) {
    expect([name, typeof client[STREAMS[name] ?? name]]).toEqual([name, 'function']);
    expect(TABLES[dialect]?.[name]?.route ?? route).toBe(route);
  }
  const names = new Set(told.map(([name]) => name));
  expect(Object.keys(TABLES[dialect] ?? {}).filter((name) => !names.has(name))).toEqual([]);
});

describe('a request', () => {
  const operation = { route: 'GET /things/{id}/parts', query: ['page', 'tags', 'search'] };

  test('has its parameters where they belong', () => {
    const args = { id: 'a/b c', tags: ['x', 'y&z'], page: 2, search: undefined, other: 1 };
    expect(requestOf(operation, args)).toMatchObject({
      method: 'GET',
      path: '/things/a%2Fb%20c/parts?page=2&tags=x&tags=y%26z',
      body: undefined,
    });
    expect(requestOf(operation, { id: 1 }).path).toBe('/things/1/parts');
  });

  test.each([undefined, null, ''])('without an id (%j) is not sent', (id) => {
    expect(() => requestOf(operation, { id })).toThrow('id is missing');
  });
});
