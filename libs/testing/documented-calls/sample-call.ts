import {
  type FurnishedTeam,
  inCall,
  inInput,
  inPath,
  nameIn,
  namesSomething,
  type PlaceValue,
} from '../furnished-team';
import type { WireCall } from './call';
import { type ApiOperation, exampleOf, type InputSchema, nameOf, resolved } from './operations';

type Json = Record<string, unknown>;

/** Something that a call names: a parameter of the path or the query, or a field of the body. */
export interface NamedPlace {
  in: 'path' | 'query' | 'header' | 'body';
  name: string;
  isList: boolean;
  isNumber: boolean;
  /** The operation is of no use without it. */
  isNeeded: boolean;
  value: PlaceValue;
}

const ACCEPT = 'application/json, text/event-stream';
const BOUNDARY = 'parley-tests-boundary';
/** What a text of the kind may look like. */
const FILES: Readonly<Record<string, string>> = {
  'text/csv': 'title,content\nHours,We open at nine.\n',
  'application/yaml': '- input: hello\n  output: Hello!\n  intent: greeting\n',
  'text/yaml': '- input: hello\n  output: Hello!\n  intent: greeting\n',
};
const JSON_LINES = '{"title": "Hours", "content": "We open at nine."}\n';

/** Every place of an operation where something of a team can be named. @throws Error for one that nobody furnishes */
export function namedPlaces(operation: ApiOperation): NamedPlace[] {
  const { dialect, document, path, parameters } = operation;
  const inRequest = parameters.flatMap(({ name, in: place, schema }): NamedPlace[] => {
    const shape = shapeOf(operation, schema);
    const own = inCall(nameOf(operation), name);
    const isNeeded = own !== undefined;
    if (place === 'path') return [{ in: 'path', name, ...shape, isNeeded, value: own ?? inPath(dialect, path, name) }];
    const value = own ?? (place === 'query' ? inInput(dialect, name) : undefined);
    if (!value && place === 'query' && namesSomething(name)) throw unfurnished(operation, name);
    return value ? [{ in: place, name, ...shape, isNeeded, value }] : [];
  });
  const { properties = {} } = resolved(document, operation.bodies['application/json']?.schema ?? {});
  const inBody = Object.entries(properties).flatMap(([name, schema]): NamedPlace[] => {
    const value = inInput(dialect, name);
    if (!value && namesSomething(name)) throw unfurnished(operation, name);
    return value ? [{ in: 'body', name, ...shapeOf(operation, schema), isNeeded: false, value }] : [];
  });
  return [...inRequest, ...inBody];
}

function unfurnished(operation: ApiOperation, name: string): Error {
  return new Error(
    `No one furnishes ${name} of ${nameOf(operation)} (${operation.dialect}): libs/testing/furnished-team/furnishings.ts needs a line for it.`,
  );
}

function shapeOf({ document }: ApiOperation, schema: InputSchema): { isList: boolean; isNumber: boolean } {
  const types = typesOf(document, schema);
  return { isList: types.includes('array'), isNumber: types.includes('integer') || types.includes('number') };
}

function typesOf(document: ApiOperation['document'], schema: InputSchema): string[] {
  const { type = [], anyOf = [], oneOf = [] } = resolved(document, schema);
  return [type, [...anyOf, ...oneOf].flatMap((choice) => typesOf(document, choice))].flat();
}

/** Who is named where; the team itself unless said otherwise. */
export type NamedTeam = (place: NamedPlace) => FurnishedTeam;

/** The operation as a client of the team would call it, from the document's examples. Without a credential. */
export function sampleCall(operation: ApiOperation, teamOf: NamedTeam, extra: readonly NamedPlace[] = []): WireCall {
  const places = namedPlaces(operation);
  const { method, path, parameters } = operation;
  const filled = places
    .filter((place) => place.in === 'path')
    .reduce((so, place) => so.replace(`{${place.name}}`, encodeURIComponent(textOf(place, teamOf))), path);
  const query = new URLSearchParams();
  const headers: Record<string, string> = {};
  for (const parameter of parameters.filter((one) => one.in !== 'path')) {
    const isThis = ({ name, in: where }: NamedPlace) => where === parameter.in && name === parameter.name;
    const place = places.find(isThis);
    if (!parameter.required && !place?.isNeeded && !extra.some(isThis)) continue;
    const value = place ? textOf(place, teamOf) : plainSample(operation, parameter.schema);
    if (parameter.in === 'query') query.set(parameter.name, value);
    else headers[parameter.name.toLowerCase()] = value;
  }
  const [type] = Object.keys(operation.bodies);
  const body = type === undefined ? undefined : bodyOf(operation, type, places, teamOf, extra);
  return {
    method,
    path: query.size > 0 ? `${filled}?${query}` : filled,
    headers: { accept: ACCEPT, ...(type ? { 'content-type': sentType(type) } : {}), ...headers },
    body,
  };
}

const textOf = (place: NamedPlace, teamOf: NamedTeam) => nameIn(place.value, teamOf(place));

function sentType(type: string): string {
  return type === 'multipart/form-data' ? `${type}; boundary=${BOUNDARY}` : type;
}

function plainSample({ document }: ApiOperation, schema: InputSchema): string {
  const { type, format, enum: values } = resolved(document, schema);
  if (values) return String(values[0]);
  if (type === 'integer' || type === 'number') return '1';
  return format === 'date' || /date/i.test(JSON.stringify(schema)) ? '2030-01-31' : 'sample';
}

function bodyOf(
  operation: ApiOperation,
  type: string,
  places: readonly NamedPlace[],
  teamOf: NamedTeam,
  extra: readonly NamedPlace[],
): string {
  const example = exampleOf(operation.document, operation.bodies[type]!);
  if (type === 'multipart/form-data') return formOf(example as Json);
  if (type !== 'application/json') return FILES[type] ?? JSON_LINES;
  return JSON.stringify(jsonSample(example as Json, places, teamOf, extra));
}

/** The example; where it names something, something of the team. */
export function jsonSample(
  example: Json | undefined,
  places: readonly NamedPlace[],
  teamOf: NamedTeam,
  extra: readonly NamedPlace[],
): Json {
  const named = places.filter(
    ({ in: where, name, value }) => where === 'body' && !value.isPreset && example && name in example,
  );
  const values = [...named, ...extra.filter(({ in: where }) => where === 'body')].map((place) => {
    const text = textOf(place, teamOf);
    const value = place.isNumber && /^\d+$/.test(text) ? Number(text) : text;
    return [place.name, place.isList ? [value] : value];
  });
  return { ...example, ...Object.fromEntries(values) };
}

function formOf(fields: Json): string {
  const parts = Object.entries(fields).map(([name, value]) => {
    const isFile = name === 'file';
    const head = `Content-Disposition: form-data; name="${name}"${isFile ? '; filename="sample.csv"\r\nContent-Type: text/csv' : ''}`;
    const text = isFile ? FILES['text/csv'] : typeof value === 'string' ? value : JSON.stringify(value);
    return `--${BOUNDARY}\r\n${head}\r\n\r\n${text}\r\n`;
  });
  return `${parts.join('')}--${BOUNDARY}--\r\n`;
}
