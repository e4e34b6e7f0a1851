import type { FieldProblem, Page } from '#kernel';

/** The main API's envelopes. Presenters hold the wire shape, so that it is typed and the OpenAPI document tells the truth. */
export interface Success<Data> {
  status: 'success';
  message?: string;
  data: Data;
}

export interface SuccessPage<Item> {
  status: 'success';
  data: Item[];
  pagination: Pagination;
}

export interface Pagination {
  /** Items of all pages together. */
  total: number;
  pages: number;
  page: number;
  limit: number;
}

export interface Done {
  status: 'success';
  message: string;
}

export interface ErrorBody {
  status: 'error';
  message: string;
  code: string;
  details?: { fields: readonly FieldProblem[] };
}

export function success<Data>(data: Data, message?: string): Success<Data> {
  return message === undefined ? { status: 'success', data } : { status: 'success', message, data };
}

export function successPage<Item>({ items, total, page, limit }: Page<Item>): SuccessPage<Item> {
  return { status: 'success', data: items, pagination: { total, pages: Math.ceil(total / limit), page, limit } };
}

export function done(message: string): Done {
  return { status: 'success', message };
}
