/** Bodies that are not what an operation takes: in fields, in shape, in bytes, in what they say they are. */
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { type ApiOperation, type InputSchema, resolved, type WireCall } from '#testing/documented-calls';
import { DEEP, edgesOf, MANY_FIELDS, oddText, oddValue, POISONED } from './odd-values';

type Json = Record<string, unknown>;

export interface OddCall extends WireCall {
  /** What is odd about it. */
  oddity: string;
}

const odd = (call: WireCall, oddity: string, changes: Partial<WireCall>): OddCall => ({ ...call, ...changes, oddity });

const typed = (call: WireCall, type: string) => ({ headers: { ...call.headers, 'content-type': type } });

/** Of one field: of the body itself, or of an object in it. */
interface Field {
  path: readonly string[];
  schema: InputSchema;
}

export function oddBodies(operation: ApiOperation, call: WireCall): fc.Arbitrary<OddCall> {
  const isJson = call.headers['content-type'] === 'application/json';
  const text = String(call.body ?? '');
  return isJson
    ? fc.oneof(
        { weight: 6, arbitrary: oddFields(operation, call, JSON.parse(text) as Json) },
        { weight: 2, arbitrary: oddShapes(call, text) },
        { weight: 2, arbitrary: oddBytes(call, text) },
      )
    : fc.oneof(oddBytes(call, text), oddFiles(call, text));
}

function oddFields({ document, bodies }: ApiOperation, call: WireCall, body: Json): fc.Arbitrary<OddCall> {
  const fields = fieldsOf(document, bodies['application/json']?.schema ?? {}, []);
  if (fields.length === 0) return oddShapes(call, JSON.stringify(body));
  return fc.constantFrom(...fields).chain(({ path, schema }) => {
    const edges = edgesOf(schema);
    const value = edges.length > 0 ? fc.oneof(oddValue, fc.constantFrom(...edges)) : oddValue;
    const name = path.join('.');
    const changed = value.map((given) => odd(call, `${name} is odd`, { body: textOf(withField(body, path, given)) }));
    const without = fc.constant(odd(call, `${name} is missing`, { body: textOf(withField(body, path, undefined)) }));
    return fc.oneof({ weight: 9, arbitrary: changed }, { weight: 1, arbitrary: without });
  });
}

function fieldsOf(document: ApiOperation['document'], schema: InputSchema, path: readonly string[]): Field[] {
  const { properties = {} } = objectIn(document, schema);
  return Object.entries(properties).flatMap(([name, property]) => {
    const own = { path: [...path, name], schema: resolved(document, property) };
    return path.length < 2 ? [own, ...fieldsOf(document, property, own.path)] : [own];
  });
}

/** The object that a schema allows, also as one choice of several, or as an item of a list. */
function objectIn(document: ApiOperation['document'], schema: InputSchema): InputSchema {
  const { properties, anyOf = [], oneOf = [], items } = resolved(document, schema);
  if (properties) return { properties };
  const inside = [...anyOf, ...oneOf, ...(items ? [items] : [])].map((one) => resolved(document, one));
  return inside.find((one) => one.properties) ?? {};
}

function withField(body: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value;
  if (Array.isArray(body)) return [withField(body[0] ?? {}, [name, ...rest], value), ...body.slice(1)];
  const holder = (typeof body === 'object' && body !== null ? body : {}) as Json;
  return { ...holder, [name]: withField(holder[name], rest, value) };
}

/** With `__proto__` as a field like any other, which is how a hostile client writes it. */
const textOf = (value: unknown) => JSON.stringify(value);

/** Valid JSON of another shape, and what is nearly JSON. */
function oddShapes(call: WireCall, text: string): fc.Arbitrary<OddCall> {
  const inside = text.replace(/^\{/, '').replace(/\}$/, '');
  const more = inside ? `, ${inside}` : '';
  const bodies = [
    'null',
    'true',
    '0',
    '"text"',
    '[]',
    `[${text}]`,
    '',
    ' ',
    text.slice(0, -1),
    `${text}}`,
    `${text}${text}`,
    `\ufeff${text}`,
    `// comment\n${text}`,
    text.replaceAll('"', "'"),
    text.replace(/:[^,}]*/, ': NaN'),
    text.replace(/:[^,}]*/, ': Infinity'),
    text.replace(/:[^,}]*/, ': 1e999'),
    text.replace(/:[^,}]*/, ': -1E+400'),
    text.replace(/:[^,}]*/, ': 0x10'),
    text.replace(/:[^,}]*/, `: ${'9'.repeat(5_000)}`),
    `{${inside}${more}}`,
    ...POISONED.map((poison) => `${poison.slice(0, -1)}${more}}`),
    ...DEEP.map((nested) => `{"a": ${nested}${more}}`),
    ...DEEP,
    `{"\\u0000": 1, "\\ud800": 2${more}}`,
    `{${MANY_FIELDS}${more}}`,
  ];
  return fc.constantFrom(...bodies).map((body) => odd(call, 'the body has another shape', { body }));
}

/** Other bytes than the headers say, or others than can be read. */
function oddBytes(call: WireCall, text: string): fc.Arbitrary<OddCall> {
  const { 'content-type': type = '', ...untyped } = call.headers;
  const gzipped = gzipSync(text);
  const encoded = (encoding: string, body: Buffer) => ({
    headers: { ...call.headers, 'content-encoding': encoding },
    body,
  });
  const changes: Array<[string, Partial<WireCall>]> = [
    ['the body is UTF-16', { body: Buffer.from(text, 'utf16le'), ...typed(call, `${type}; charset=utf-16`) }],
    ['the body is UTF-16 and does not say so', { body: Buffer.from(`\ufeff${text}`, 'utf16le') }],
    [
      'the body is not valid UTF-8',
      { body: Buffer.concat([Buffer.from(text.slice(0, -1)), Buffer.from([0xff, 0xc0, 0x7d])]) },
    ],
    ['the body is in an unknown character set', typed(call, `${type}; charset=klingon`)],
    ['the body is compressed', encoded('gzip', gzipped)],
    ['the body is compressed and does not say so', { body: gzipped }],
    ['the body is said to be compressed', encoded('gzip', Buffer.from(text))],
    ['the body is in an unknown encoding', encoded('br, rot13', Buffer.from(text))],
    ['the body has no type', { headers: untyped }],
    ['the body is empty', { body: '' }],
    ...[
      'text/plain',
      'application/xml',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      '*/*',
      ';',
      'json',
      'application/json; charset="',
    ].map((other): [string, Partial<WireCall>] => [`the type is ${other}`, typed(call, other)]),
  ];
  const random = fc
    .uint8Array({ maxLength: 300 })
    .map((bytes) => odd(call, 'the body is noise', { body: Buffer.from(bytes) }));
  const chosen = fc.constantFrom(...changes).map(([oddity, change]) => odd(call, oddity, change));
  return fc.oneof({ weight: 6, arbitrary: chosen }, { weight: 1, arbitrary: random });
}

/** Files and forms that are cut, crossed, repeated, or named as no file should be. */
function oddFiles(call: WireCall, text: string): fc.Arbitrary<OddCall> {
  const names = oddText.map((name) => {
    const safe = name.slice(0, 2_000).replaceAll('"', '%22');
    return odd(call, 'the file has an odd name', { body: text.replace(/filename="[^"]*"/, `filename="${safe}"`) });
  });
  const contents = oddText.map((content) =>
    odd(call, 'the text of the file is odd', { body: text.replace(/We open at nine\.|hello|title/i, () => content) }),
  );
  const cut = fc
    .nat(Math.max(0, text.length - 1))
    .map((length) => odd(call, `only ${length} bytes are there`, { body: text.slice(0, length) }));
  const lines = fc
    .constantFrom('name="file"', 'name="__proto__"', 'name=""', 'name="title"; name="file"')
    .map((name) => odd(call, 'the form is crossed', { body: text.replaceAll(/name="[^"]*"/g, () => name) }));
  return fc.oneof(names, contents, cut, lines);
}
