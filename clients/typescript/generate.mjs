/**
 * Writes `src/generated`: types of the OpenAPI documents, and a table of their operations with the types of their calls.
 *
 *   node clients/typescript/generate.mjs           writes them
 *   node clients/typescript/generate.mjs --check   fails when those that are there are others
 *
 * `openapi-typescript` comes from `test/interop`, because it needs another TypeScript than the product; OPENAPI_TYPESCRIPT
 * may name another folder with a `node_modules` that has it.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const toolFolder = process.env.OPENAPI_TYPESCRIPT ?? path.join(root, 'test/interop');
const outFolder = path.join(here, 'src/generated');
const DIALECTS = ['platform', 'assistant', 'support', 'manager', 'criabot'];
const MADE = '/** Made by generate.mjs from docs/openapi; do not change it by hand. */\n';

/** POSTs that only read, so that they may be sent twice. */
const READS = {
  platform: ['searchKnowledgeBaseByBody', 'predictIntents', 'resolveReferences', 'previewLearningItems'],
  assistant: ['searchKnowledge'],
};
/** Each of them makes a version, so that twice is one too many. */
const MAKES_VERSIONS = { platform: ['updateArtifact', 'replaceContentOfDocument'], assistant: ['updateDocument'] };

const { default: openapiTS, astToString, ts } = await openApiTypeScript();
const stale = [];
mkdirSync(outFolder, { recursive: true });
for (const dialect of DIALECTS) {
  const document = JSON.parse(readFileSync(path.join(root, `docs/openapi/${dialect}.json`), 'utf8'));
  write(`${dialect}.types.ts`, await typesOf(document));
  write(`${dialect}.operations.ts`, operationsOf(dialect, document));
}
if (stale.length > 0) {
  console.error(`Not those of docs/openapi: ${stale.join(', ')}. Run node clients/typescript/generate.mjs.`);
  process.exitCode = 1;
}

async function openApiTypeScript() {
  const require = createRequire(path.join(toolFolder, 'package.json'));
  const tool = await import(pathToFileURL(path.join(toolFolder, 'node_modules/openapi-typescript/dist/index.mjs')));
  return { ...tool, ts: require('typescript') };
}

function write(name, text) {
  const file = path.join(outFolder, name);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  if (process.argv.includes('--check')) stale.push(name);
  else writeFileSync(file, text);
}

/** Fields with a default may be left out of a request, which is why they are not taken for required ones. */
async function typesOf(document) {
  const binary = ts.factory.createTypeReferenceNode('Upload');
  const ast = await openapiTS(withoutFailures(document), {
    defaultNonNullable: false,
    transform: (schema) => (schema.format === 'binary' ? binary : undefined),
  });
  // Operations are known by their ids here, not by their paths.
  const text = astToString(ast).replace(/export interface paths \{[\s\S]*?\n\}\n/, '');
  const imports = /\bUpload\b/.test(text) ? "import type { Upload } from '../uploads/upload';\n\n" : '';
  return MADE + imports + text;
}

/** What no type of ours names: failures, which are `ParleyError`s here, and headers. They would be most of it. */
function withoutFailures(document) {
  const { responses: _, headers: __, ...components } = document.components;
  const copy = structuredClone({ ...document, components });
  const all = [copy.paths, copy.webhooks ?? {}].flatMap((paths) => Object.values(paths));
  for (const { responses = {} } of all.flatMap((methods) => Object.values(methods)))
    for (const [status, response] of Object.entries(responses)) {
      if (status >= '4') delete responses[status];
      else delete response.headers;
    }
  return copy;
}

function operationsOf(dialect, document) {
  const operations = Object.entries(document.paths).flatMap(([route, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) => operationOf(dialect, document, method, route, operation)),
  );
  const Name = `${dialect[0].toUpperCase()}${dialect.slice(1)}Operations`;
  const kinds = ['Call', 'ListCall'].filter((kind) => operations.some(({ type }) => type.startsWith(`${kind}<`)));
  const methods = operations.map(({ name, doc, type }) => `  /** ${doc} */\n  ${name}: ${type};\n`);
  const rows = operations.map(({ name, row }) => `  ${name}: ${JSON.stringify(row)},\n`);
  return `${MADE}import type { ${kinds.join(', ')} } from '../calls';
import type { Operations } from '../operations';
import type { operations } from './${dialect}.types';

export interface ${Name} {
${methods.join('')}}

export const ${dialect.toUpperCase()}_OPERATIONS: Operations<keyof ${Name}> = {
${rows.join('')}};
`;
}

/** None for what only streams: those calls are written by hand, because a document cannot say what a stream holds. */
function operationOf(dialect, document, method, route, { operationId: name, summary, parameters = [], ...operation }) {
  if (!operation.responses) return [];
  const [, { content = {} }] = Object.entries(operation.responses).find(([status]) => status.startsWith('2'));
  if (method === 'get' && 'text/event-stream' in content) return [];
  const types = Object.keys(operation.requestBody?.content ?? {});
  const list = listOf(document, parameters, content['application/json']?.schema);
  const query = parameters.filter((one) => one.in === 'query').map((one) => one.name);
  assertFileName(name, propertiesOf(document, operation.requestBody?.content?.['multipart/form-data']?.schema));
  assertApart(name, [...parameters.map((one) => one.name), ...(types.length > 0 ? ['body'] : [])]);
  const isKeyed = parameters.some((one) => one.in === 'header' && one.name === 'Idempotency-Key');
  const isUnkeyedPost = method === 'post' && !isKeyed && !READS[dialect]?.includes(name);
  const row = {
    route: `${method.toUpperCase()} ${route}`,
    ...(query.length > 0 ? { query } : {}),
    ...(types.length > 0 ? { body: bodyKind(types) } : {}),
    ...answerKind(Object.keys(content)),
    ...(list ? { list } : {}),
    ...(READS[dialect]?.includes(name) ? { isIdempotent: true } : {}),
    ...(MAKES_VERSIONS[dialect]?.includes(name) || isUnkeyedPost ? { isIdempotent: false } : {}),
  };
  const own = `operations['${name}']`;
  const doc = `${(summary ?? name).replaceAll('*/', '')}: \`${row.route.replaceAll('*/', '')}\``;
  return [{ name, doc, row, type: list ? `ListCall<${own}, '${list[1]}'>` : `Call<${own}>` }];
}

function bodyKind(types) {
  const [isJson, isForm] = ['application/json', 'multipart/form-data'].map((type) => types.includes(type));
  if (isJson && isForm) return 'either';
  return isForm ? 'form' : 'json';
}

function answerKind(types) {
  if (types.includes('application/json')) return {};
  if (types.includes('application/octet-stream')) return { answer: 'bytes' };
  return { answer: types.length > 0 ? 'text' : 'none' };
}

/** Style of paging and key of the items, if the answer is a list. */
function listOf(document, parameters, schema) {
  const properties = propertiesOf(document, schema);
  const has = (...names) => names.every((name) => parameters.some((one) => one.in === 'query' && one.name === name));
  const isArray = (key) => key in properties && resolved(document, properties[key]).type === 'array';
  if (has('page', 'per_page') && isArray('data')) return ['page-per-page', 'data'];
  if (has('page', 'page_size')) return ['page-size', 'document_names'];
  if (has('page', 'limit') && 'pagination' in properties) return ['page-limit', 'data'];
  const items = Object.keys(properties).find(isArray);
  if (has('page', 'limit') && 'total' in properties) return ['page-total', items];
  if (has('offset', 'limit')) return ['offset', items];
  return undefined;
}

function propertiesOf(document, schema) {
  const { properties = {}, allOf = [] } = resolved(document, schema);
  return Object.assign({}, ...allOf.map((one) => propertiesOf(document, one)), properties);
}

function resolved(document, schema = {}) {
  return schema.$ref ? document.components.schemas[schema.$ref.split('/').at(-1)] : schema;
}

/** Parameters and `body` are given side by side. */
function assertApart(name, names) {
  if (new Set(names).size < names.length) throw new Error(`${name} has two parameters of one name.`);
}

/** As src/uploads/form.ts has it. */
function assertFileName(name, properties) {
  const files = Object.keys(properties).filter((field) => properties[field].format === 'binary');
  if (files.some((field) => field !== 'file')) throw new Error(`${name} has a file that is not named "file".`);
}
