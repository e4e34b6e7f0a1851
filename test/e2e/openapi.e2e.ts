import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { must, type SharedInstallation, sharedInstallation, WireClient } from '#testing/parley';

const FOLDER = path.resolve(__dirname, '../../docs/openapi');
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

interface Schema {
  $ref?: string;
  description?: string;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  anyOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema;
}

interface Media {
  schema: Schema;
  example?: unknown;
  examples?: Record<string, { $ref: string }>;
}

interface Operation {
  operationId: string;
  summary?: string;
  tags?: string[];
  parameters?: Array<{ name: string; description?: string }>;
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, { content?: Record<string, Media> }>;
}

interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
  webhooks?: Record<string, Record<string, Operation>>;
  components: {
    schemas: Record<string, Schema>;
    examples: Record<string, { value: unknown }>;
    responses: Record<string, { content: Record<string, Media> }>;
  };
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

  test('name every object and every choice', () => {
    for (const document of documents.values()) {
      const named = Object.values(document.components.schemas);
      const inside = [
        ...named.flatMap(({ properties = {}, items, anyOf = [], oneOf = [] }) => [
          ...Object.values(properties),
          ...(items ? [items] : []),
          ...anyOf,
          ...oneOf,
        ]),
        ...mediaOf(document).map(({ schema }) => schema),
      ];
      expect(inside.flatMap(partsOf).filter((schema) => schema.properties || schema.enum)).toEqual([]);
    }
  });

  test('have a valid example of every body', () => {
    for (const [name, document] of documents) {
      const ajv = addFormats(new Ajv2020({ strict: false })).addFormat('binary', true);
      ajv.addSchema({ $id: name, components: document.components });
      for (const { schema, example, examples = {} } of mediaOf(document)) {
        // Files and free texts have none.
        if (!schema.$ref) continue;
        const values = Object.values(examples).map(({ $ref }) => document.components.examples[nameIn($ref)]?.value);
        const [value = example] = values;
        expect([schema.$ref, ajv.validate(`${name}${schema.$ref}`, value) ? value : ajv.errorsText()]).toEqual([
          schema.$ref,
          value ?? 'an example',
        ]);
      }
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

/** Of requests, answers and webhooks; frames of event streams are told by their schemas. */
function mediaOf({ paths, webhooks = {}, components }: OpenApi): Media[] {
  const operations = [...Object.values(paths), ...Object.values(webhooks)].flatMap((item) => Object.values(item));
  const bodies = operations.flatMap(({ requestBody, responses }) => [requestBody, ...Object.values(responses)]);
  return [...bodies, ...Object.values(components.responses)].flatMap((body) =>
    Object.entries(body?.content ?? {}).flatMap(([type, media]) => (type === 'text/event-stream' ? [] : [media])),
  );
}

function partsOf(schema: Schema): Schema[] {
  const { items, anyOf = [], oneOf = [] } = schema;
  return [schema, ...[...(items ? [items] : []), ...anyOf, ...oneOf].flatMap(partsOf)];
}

function nameIn(reference: string): string {
  return reference.split('/').at(-1) ?? '';
}
