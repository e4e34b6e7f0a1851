import { applyDecorators, HttpCode, type Type } from '@nestjs/common';
import {
  ApiExtension,
  ApiExtraModels,
  ApiOperation,
  ApiResponse,
  type ApiResponseSchemaHost,
  getSchemaPath,
} from '@nestjs/swagger';
import { IntegerField } from '../fields/number-fields';
import { REFUSES_EXTENSION, STREAM_EXTENSION } from '../openapi/describe-operations';
import { schemaName } from '../openapi/name-schemas';
import { operationIdOf } from '../openapi/operation-id';
import type { StreamNote } from '../openapi/stream-answers';
import type { Pagination as PageNumbers } from './envelope';

type Schema = Record<string, unknown>;
type ResponseSchema = ApiResponseSchemaHost['schema'];

const STATUS: Schema = { type: 'string', enum: ['success'], description: 'Always `success`.' };
const MESSAGE: Schema = { type: 'string', description: 'What was done, for a person.', example: 'Done.' };

class Pagination implements PageNumbers {
  @IntegerField('Items of all pages together.', { min: 0, example: 1 })
  total: number;

  @IntegerField('How many pages there are.', { min: 0, example: 1 })
  pages: number;

  @IntegerField('Which page it is.', { min: 1, example: 1 })
  page: number;

  @IntegerField('Items of a full page.', { min: 1, example: 10 })
  limit: number;
}

type Status = number | readonly [number, ...number[]];

/** What a route does; also its operation id, so it is unique within a dialect. */
export function Summary(summary: string, description?: string): MethodDecorator {
  const operationId = operationIdOf(summary);
  return ApiOperation({ summary, operationId, ...(description === undefined ? {} : { description }) });
}

/**
 * Sets the status and documents `{status, message?, data}`; `[Item]` for a list that has no pages. Its schema is called
 * `ItemAnswer` or `ItemListAnswer`.
 *
 * @param status several where it depends; the first is set
 * @param beside what else stands beside `data`
 */
export function Answers(status: Status, item: Type | [Type], beside: Record<string, Type> = {}): MethodDecorator {
  const [type, list] = Array.isArray(item) ? [item[0], 'List'] : [item, ''];
  const reference = { $ref: getSchemaPath(type) };
  const data = list ? { type: 'array', items: reference, description: 'What was found.' } : reference;
  const others = Object.entries(beside).map(([name, model]) => [name, { $ref: getSchemaPath(model) }]);
  const properties = { status: STATUS, message: MESSAGE, data, ...Object.fromEntries(others) };
  return answer(status, {
    title: `${schemaName(type.name)}${list}Answer`,
    properties,
    required: ['status', 'data', ...Object.keys(beside)],
    models: [type, ...Object.values(beside)],
  });
}

/** Sets the status and documents the bare object, for dialects without an envelope. */
export function AnswersBare(status: number, type: Type): MethodDecorator {
  return applyDecorators(HttpCode(status), ApiResponse({ status, type, description: 'Done.' }));
}

/** Documents a page of a list; its schema is called `ItemPageAnswer`. */
export function AnswersPage(item: Type): MethodDecorator {
  const data = { type: 'array', items: { $ref: getSchemaPath(item) }, description: 'What is on this page.' };
  return answer(200, {
    title: `${schemaName(item.name)}PageAnswer`,
    properties: { status: STATUS, data, pagination: { $ref: getSchemaPath(Pagination) } },
    required: ['status', 'data', 'pagination'],
    models: [item, Pagination],
  });
}

/** Documents `data` that is one item or a list, as the request was for one or for several. */
export function AnswersOneOrMany(status: number, item: Type): MethodDecorator {
  const reference = { $ref: getSchemaPath(item) };
  const list = { type: 'array', items: reference };
  const data = { description: 'One, or one for each.', oneOf: [reference, list] };
  return answer(status, {
    title: `${schemaName(item.name)}OrListAnswer`,
    properties: { status: STATUS, message: MESSAGE, data },
    required: ['status', 'data'],
    models: [item],
  });
}

/** For routes that only say that it was done. */
export function AnswersDone(status = 200): MethodDecorator {
  const properties = { status: STATUS, message: MESSAGE };
  return answer(status, { title: 'DoneAnswer', properties, required: ['status', 'message'], models: [] });
}

/** The route answers with a file (`toDownload`). */
export function AnswersFile(description: string): MethodDecorator {
  const content = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } as const } };
  return applyDecorators(HttpCode(200), ApiResponse({ status: 200, description, content }));
}

/** By the name of the event; a list for frames that have no names. */
export type StreamedTypes = Readonly<Record<string, Type | [Type]>> | readonly Type[];

/**
 * In addition: the route can also answer with an event stream.
 *
 * @param name of a frame's schema, e.g. `ReplyFrame`
 * @param types of the `data` of its frames; a frame `error` with the dialect's error is added to those that have names
 */
export function AnswersStream(description: string, name?: string, types: StreamedTypes = []): MethodDecorator {
  const models = Object.values(types).flat() as Type[];
  const frames = Object.entries(types).map(([event, type]) => [
    event,
    { model: Array.isArray(type) ? type[0].name : (type as Type).name, isList: Array.isArray(type) },
  ]);
  const note: StreamNote = { description, ...(name === undefined ? {} : { name, frames: Object.fromEntries(frames) }) };
  return applyDecorators(ApiExtraModels(...models), ApiExtension(STREAM_EXTENSION, note) as unknown as MethodDecorator);
}

/** In addition: 204 to who has read a stream to its end; it tells an EventSource to stop coming back. */
export function AnswersNothingMore(): MethodDecorator {
  return ApiResponse({ status: 204, description: 'Everything was told already.' });
}

/** Documents error answers in the dialect's words. 401, 403, 429 and 500 need not be named. */
export function Refuses(...statuses: number[]): MethodDecorator {
  return ApiExtension(REFUSES_EXTENSION, statuses) as unknown as MethodDecorator;
}

interface Envelope {
  title: string;
  properties: Schema;
  required: string[];
  /** What it refers to. */
  models: Type[];
}

function answer(status: Status, { models, ...envelope }: Envelope): MethodDecorator {
  const [usual, ...others] = typeof status === 'number' ? [status] : status;
  const schema = { type: 'object', ...envelope } as ResponseSchema;
  return applyDecorators(
    HttpCode(usual),
    ApiExtraModels(...models),
    ...[usual, ...others].map((one) => ApiResponse({ status: one, description: 'Done.', schema })),
  );
}
