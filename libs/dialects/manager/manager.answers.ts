/** `{data}` and, of lists, `meta` beside it: what routes return, and the decorators that document it. */
import { applyDecorators, HttpCode, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, type ApiResponseSchemaHost, getSchemaPath } from '@nestjs/swagger';
import { BooleanField, IntegerField, TextField } from '#infra/http';
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

class PageMeta {
  @IntegerField('Which page it is.', { min: 1, example: 1 })
  page: number;

  @IntegerField('Items of a full page.', { min: 1, example: 20 })
  per_page: number;

  @IntegerField('Items of all pages together.', { min: 0, example: 1 })
  total: number;
}

/** Sets the status and documents `{data}`; `[Item]` for a list that has no pages. */
export function Tells(status: 200 | 201, item: Type | [Type]): MethodDecorator {
  const [type, list] = Array.isArray(item) ? [item[0], 'List'] : [item, ''];
  const reference = { $ref: getSchemaPath(type) };
  const data = list ? { type: 'array', items: reference, description: 'What was found.' } : reference;
  return answer(status, `${type.name}${list}Answer`, { data }, [type]);
}

export function TellsPage(item: Type): MethodDecorator {
  const data = { type: 'array', items: { $ref: getSchemaPath(item) }, description: 'What is on this page.' };
  return answer(200, `${item.name}PageAnswer`, { data, meta: { $ref: getSchemaPath(PageMeta) } }, [item, PageMeta]);
}

/** @param title name of the envelope among the schemas */
function answer(status: number, title: string, properties: Schema, models: Type[]): MethodDecorator {
  const schema = { title, type: 'object', required: Object.keys(properties), properties } as ResponseSchema;
  return applyDecorators(
    HttpCode(status),
    ApiExtraModels(...models),
    ApiResponse({ status, description: 'Done.', schema }),
  );
}
