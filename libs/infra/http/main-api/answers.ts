import { applyDecorators, HttpCode, type Type } from '@nestjs/common';
import {
  ApiExtension,
  ApiExtraModels,
  ApiOperation,
  ApiResponse,
  type ApiResponseSchemaHost,
  getSchemaPath,
} from '@nestjs/swagger';
import { REFUSES_EXTENSION, STREAM_EXTENSION } from '../openapi/describe-operations';
import { operationIdOf } from '../openapi/operation-id';

type Schema = Record<string, unknown>;
type ResponseSchema = ApiResponseSchemaHost['schema'];

const STATUS: Schema = { type: 'string', enum: ['success'] };
const MESSAGE: Schema = { type: 'string' };
const COUNT: Schema = { type: 'integer', minimum: 0 };
const PAGINATION: Schema = {
  type: 'object',
  required: ['total', 'pages', 'page', 'limit'],
  properties: {
    total: { ...COUNT, description: 'Items of all pages together.' },
    pages: COUNT,
    page: { type: 'integer', minimum: 1 },
    limit: { type: 'integer', minimum: 1 },
  },
};

/** What a route does; also its operation id, so it is unique within a dialect. */
export function Summary(summary: string, description?: string): MethodDecorator {
  const operationId = operationIdOf(summary);
  return ApiOperation({ summary, operationId, ...(description === undefined ? {} : { description }) });
}

/**
 * Sets the status and documents `{status, message?, data}`; `[Item]` for a list that has no pages.
 *
 * @param beside what else stands beside `data`
 */
export function Answers(status: number, item: Type | [Type], beside: Record<string, Type> = {}): MethodDecorator {
  const type = Array.isArray(item) ? item[0] : item;
  const reference = { $ref: getSchemaPath(type) };
  const data = Array.isArray(item) ? { type: 'array', items: reference } : reference;
  const others = Object.entries(beside).map(([name, model]) => [name, { $ref: getSchemaPath(model) }]);
  const properties = { status: STATUS, message: MESSAGE, data, ...Object.fromEntries(others) };
  const required = ['status', 'data', ...Object.keys(beside)];
  return applyDecorators(ApiExtraModels(...Object.values(beside)), answer(status, properties, required, type));
}

export function AnswersPage(item: Type): MethodDecorator {
  const data = { type: 'array', items: { $ref: getSchemaPath(item) } };
  return answer(200, { status: STATUS, data, pagination: PAGINATION }, ['status', 'data', 'pagination'], item);
}

/** For routes that only say that it was done. */
export function AnswersDone(status = 200): MethodDecorator {
  return answer(status, { status: STATUS, message: MESSAGE }, ['status', 'message']);
}

/** The route answers with a file (`toDownload`). */
export function AnswersFile(description: string): MethodDecorator {
  const content = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } as const } };
  return applyDecorators(HttpCode(200), ApiResponse({ status: 200, description, content }));
}

/** In addition: the route can also answer with an event stream. */
export function AnswersStream(description: string): MethodDecorator {
  return ApiExtension(STREAM_EXTENSION, description) as unknown as MethodDecorator;
}

/** Documents error answers in the dialect's words. 401, 403, 429 and 500 need not be named. */
export function Refuses(...statuses: number[]): MethodDecorator {
  return ApiExtension(REFUSES_EXTENSION, statuses) as unknown as MethodDecorator;
}

function answer(status: number, properties: Schema, required: string[], model?: Type): MethodDecorator {
  return applyDecorators(
    HttpCode(status),
    ...(model ? [ApiExtraModels(model)] : []),
    ApiResponse({ status, description: 'Done.', schema: { type: 'object', required, properties } as ResponseSchema }),
  );
}
