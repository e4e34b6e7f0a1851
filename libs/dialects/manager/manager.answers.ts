/** `{data}` and, of lists, `meta` beside it: what routes return, and the decorators that document it. */
import { applyDecorators, HttpCode, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, type ApiResponseSchemaHost, getSchemaPath } from '@nestjs/swagger';
import { BooleanField, TextField } from '#infra/http';
import type { Page } from '#kernel';
import { MANAGER_IDS } from './manager.ids';

type Schema = Record<string, unknown>;
type ResponseSchema = ApiResponseSchemaHost['schema'];

export interface Data<Item> {
  data: Item;
}

export interface DataPage<Item> {
  data: Item[];
  meta: { page: number; per_page: number; total: number };
}

export class Deleted {
  @TextField('What was deleted.')
  id: string;

  @BooleanField('True.')
  deleted: true;
}

export function toData<Item>(data: Item): Data<Item> {
  return { data };
}

export function toDataPage<From, To>({ items, page, limit, total }: Page<From>, map: (item: From) => To): DataPage<To> {
  return { data: items.map(map), meta: { page, per_page: limit, total } };
}

/** @param kind of the id, as `MANAGER_IDS` knows it */
export function toDeleted(kind: string, key: string): Data<Deleted> {
  return toData({ id: MANAGER_IDS.encode(kind, key), deleted: true });
}

const META: Schema = {
  type: 'object',
  required: ['page', 'per_page', 'total'],
  properties: {
    page: { type: 'integer', minimum: 1, description: 'Which page it is.' },
    per_page: { type: 'integer', minimum: 1, description: 'Items of a full page.' },
    total: { type: 'integer', minimum: 0, description: 'Items of all pages together.' },
  },
};

/** Sets the status and documents `{data}`; `[Item]` for a list that has no pages. */
export function Tells(status: 200 | 201, item: Type | [Type]): MethodDecorator {
  const type = Array.isArray(item) ? item[0] : item;
  const reference = { $ref: getSchemaPath(type) };
  const data = Array.isArray(item) ? { type: 'array', items: reference } : reference;
  return answer(status, type, { data });
}

export function TellsPage(item: Type): MethodDecorator {
  return answer(200, item, { data: { type: 'array', items: { $ref: getSchemaPath(item) } }, meta: META });
}

function answer(status: number, model: Type, properties: Schema): MethodDecorator {
  const schema = { type: 'object', required: Object.keys(properties), properties } as ResponseSchema;
  return applyDecorators(
    HttpCode(status),
    ApiExtraModels(model),
    ApiResponse({ status, description: 'Done.', schema }),
  );
}
