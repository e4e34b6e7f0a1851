/** Types of calls, made from the operations of an OpenAPI document as `openapi-typescript` writes them. */

import type { RequestOptions } from './options';
import type { Listing } from './paging';

type Empty = Record<never, never>;

type PathOf<Operation> = Operation extends { parameters: { path: infer Path } } ? Path : Empty;

type QueryOf<Operation> = Operation extends { parameters: { query: infer Query } }
  ? Query
  : Operation extends { parameters: { query?: infer Query } }
    ? [NonNullable<Query>] extends [never]
      ? Empty
      : NonNullable<Query>
    : Empty;

type ContentOf<Content> = Content extends { 'application/json': infer Json }
  ? Content extends { 'multipart/form-data': infer Form }
    ? Json | Form
    : Json
  : Content extends { 'multipart/form-data': infer Form }
    ? Form
    : never;

type Succeeded<Operation> = Operation extends { responses: infer Responses }
  ? Responses[keyof Responses & (200 | 201 | 202 | 204)]
  : never;

/** Of all successes that have one. */
type ContentIn<Success> = Success extends { content: infer Content } ? Content : never;
type ContentsOf<Operation> = ContentIn<Succeeded<Operation>>;

/** Operations that can stream have a call of their own for it. */
type Unstreamed<Operation, Body> = 'text/event-stream' extends keyof ContentsOf<Operation>
  ? Omit<Body, 'stream'>
  : Body;

/** What the body of a request is. */
export type BodyOf<Operation> = Operation extends { requestBody: { content: infer Content } }
  ? Unstreamed<Operation, ContentOf<Content>>
  : Operation extends { requestBody?: { content: infer Content } }
    ? Unstreamed<Operation, ContentOf<Content>>
    : never;

/** Where every field may be left out, so may the body. */
type BodyArgument<Operation> = [BodyOf<Operation>] extends [never]
  ? Empty
  : Empty extends BodyOf<Operation>
    ? { body?: BodyOf<Operation> }
    : Operation extends { requestBody: { content: unknown } }
      ? { body: BodyOf<Operation> }
      : { body?: BodyOf<Operation> };

/** Parameters of path and query by their names, and `body`. */
export type ArgumentsOf<Operation> = PathOf<Operation> & QueryOf<Operation> & BodyArgument<Operation>;

type ReadFrom<Content> = Content extends { 'application/json': infer Json }
  ? Json
  : Content extends { 'application/octet-stream': unknown }
    ? Response
    : string;

/** What the server answers. */
export type AnswerOf<Operation> = [ContentsOf<Operation>] extends [never] ? undefined : ReadFrom<ContentsOf<Operation>>;

/** What its stream tells. */
export type FrameOf<Operation> = ContentsOf<Operation> extends { 'text/event-stream': infer Frame } ? Frame : never;

type Called<Arguments, Result> = Empty extends Arguments
  ? (args?: Arguments, options?: RequestOptions) => Result
  : (args: Arguments, options?: RequestOptions) => Result;

/** A call of one operation. */
export type Call<Operation> = Called<ArgumentsOf<Operation>, Promise<AnswerOf<Operation>>>;

type ItemOf<Page, Key> = Key extends keyof Page ? (Page[Key] extends ReadonlyArray<infer Item> ? Item : never) : never;

/** A call whose answer is one page of many; `Key` is where the items stand. */
export type ListCall<Operation, Key extends string> = Called<
  ArgumentsOf<Operation>,
  Listing<AnswerOf<Operation>, ItemOf<AnswerOf<Operation>, Key>>
>;
