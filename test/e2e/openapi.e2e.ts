import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { must, type SharedInstallation, sharedInstallation, WireClient } from '#testing/parley';

const FOLDER = path.resolve(__dirname, '../../docs/openapi');
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

interface Schema {
  $ref?: string;
  description?: string;
  properties?: Record<string, Schema>;
  allOf?: Schema[];
  items?: Schema;
}

interface Operation {
  operationId: string;
  summary?: string;
  tags?: string[];
  parameters?: Array<{ name: string; description?: string }>;
  responses: Record<string, unknown>;
}

interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

/**
 * The documents are committed so that a change of the API shows in a diff. After a wanted change:
 * `UPDATE_OPENAPI=true npm test -- openapi`.
 */
describe('the OpenAPI documents', () => {
  let parley: SharedInstallation;
  const documents = new Map<string, OpenApi>();

  beforeAll(async () => {
    parley = await sharedInstallation();
    const wire = new WireClient(parley.baseUrl);
    for (const name of ['platform', 'assistant', 'support', 'manager', 'criabot', 'mcp', 'openai']) {
      documents.set(name, must(await wire.get(`/openapi/${name}.json`), 200).body);
    }
  });

  test('are those in docs/openapi', () => {
    for (const [name, document] of documents) {
      const file = path.join(FOLDER, `${name}.json`);
      const text = `${JSON.stringify(document, null, 2)}\n`;
      if (process.env.UPDATE_OPENAPI === 'true') {
        mkdirSync(FOLDER, { recursive: true });
        writeFileSync(file, text);
      }
      expect(text).toBe(readFileSync(file, 'utf8'));
    }
  });

  test('say what every operation is for, under a name of its own, and what it refuses', () => {
    for (const document of documents.values()) {
      const operations = Object.entries(document.paths).flatMap(([route, methods]) =>
        METHODS.filter((method) => methods[method]).map((method) => ({ route, ...methods[method]! })),
      );
      const unnamed = operations.filter(({ summary, tags, operationId }) => !summary || !tags?.length || !operationId);
      expect(unnamed.map(({ route }) => route)).toEqual([]);
      const names = operations.map(({ operationId }) => operationId);
      expect(names).toEqual([...new Set(names)]);
      const undescribed = operations.flatMap(({ route, parameters = [] }) =>
        parameters.filter(({ description }) => !description).map(({ name }) => `${route} ${name}`),
      );
      expect(undescribed).toEqual([]);
    }
  });

  test('describe every field', () => {
    for (const document of documents.values()) {
      const undescribed = Object.entries(document.components.schemas).flatMap(([schema, { properties = {} }]) =>
        Object.entries(properties)
          .filter(([, property]) => !property.description && !property.$ref)
          .map(([field]) => `${schema}.${field}`),
      );
      expect(undescribed).toEqual([]);
    }
  });
});
