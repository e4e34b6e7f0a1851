/** Makes calls of the operations that a dialect's document has. */

import { jsonBody } from './http/bodies';
import type { Request, RequestBody, Transport } from './http/transport';
import type { RequestOptions } from './options';
import { Listing, type PagingStyle, type Query } from './paging';
import { formBody, holdsUpload } from './uploads/form';

/** What a call needs to know; see `generate.mjs`. */
export interface Operation {
  /** Method and path, `GET /v1/bots/{id}`. */
  route: string;
  /** Names of the parameters of the query. */
  query?: readonly string[];
  body?: 'json' | 'form' | 'either';
  answer?: 'text' | 'bytes' | 'none';
  /** How its list is paged, and where the items stand. */
  list?: readonly [style: PagingStyle, itemsKey: string];
  /** Only where it is not as its method has it. */
  isIdempotent?: boolean;
}

export type Operations<Name extends string = string> = Readonly<Record<Name, Operation>>;

export type Arguments = Readonly<Record<string, unknown>>;

/** A dialect with a method for each of its operations. */
export class DialectClient {
  constructor(protected readonly transport: Transport) {}
}

type DialectConstructor<Methods> = new (transport: Transport) => DialectClient & Methods;

/** A class whose methods are the operations of the table; `Methods` are their types. */
export function dialectOf<Methods>(operations: Operations): DialectConstructor<Methods> {
  class Dialect extends DialectClient {}
  for (const [name, operation] of Object.entries(operations)) {
    Object.defineProperty(Dialect.prototype, name, {
      value(this: { transport: Transport }, args: Arguments = {}, options: RequestOptions = {}) {
        return call(this.transport, operation, args, options);
      },
    });
  }
  return Dialect as unknown as DialectConstructor<Methods>;
}

/** Every dialect's answers are typed by its document; here they are what came. */
export function call(transport: Transport, operation: Operation, args: Arguments, options: RequestOptions): unknown {
  if (!operation.list) return send(transport, operation, args, options);
  const [style, itemsKey] = operation.list;
  const read = (query: Query) => send(transport, operation, { ...args, ...query }, options);
  return new Listing({ style, itemsKey, query: args, read });
}

function send(transport: Transport, operation: Operation, args: Arguments, options: RequestOptions): Promise<unknown> {
  const request = requestOf(operation, args, options);
  if (operation.answer === 'bytes') return transport.open({ ...request, accept: '*/*' });
  return transport.send(request, (response) => answerOf(response, operation));
}

async function answerOf(response: Response, { answer }: Operation): Promise<unknown> {
  if (answer === 'text') return response.text();
  if (answer === 'none' || response.status === 204) {
    await response.arrayBuffer();
    return undefined;
  }
  return response.json();
}

/** @throws TypeError when a parameter of the path is missing */
export function requestOf(operation: Operation, args: Arguments, options: RequestOptions = {}): Request {
  const [method = '', template = ''] = operation.route.split(' ');
  const { isIdempotent, answer } = operation;
  return {
    method,
    path: pathOf(template, args) + queryOf(operation.query ?? [], args),
    body: bodyOf(operation, args.body),
    options,
    ...(isIdempotent === undefined ? {} : { isIdempotent }),
    ...(answer === 'text' ? { accept: '*/*' } : {}),
  };
}

function pathOf(template: string, args: Arguments): string {
  return template.replace(/\{(.+?)\}/g, (_, name: string) => {
    const value = args[name];
    // Without this check an empty id would ask for the list, and an `undefined` for a thing of that name.
    if (value === undefined || value === null || value === '') throw new TypeError(`${name} is missing.`);
    return encodeURIComponent(String(value));
  });
}

/** Lists are repeated; what is absent is left out. */
function queryOf(names: readonly string[], args: Arguments): string {
  const search = new URLSearchParams();
  for (const name of names) {
    const value = args[name];
    if (value === undefined || value === null) continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

function bodyOf({ body }: Operation, value: unknown): RequestBody | undefined {
  if (body === undefined) return undefined;
  const isForm = body === 'form' || (body === 'either' && holdsUpload(value));
  return isForm ? formBody((value ?? {}) as Arguments) : jsonBody(value);
}
