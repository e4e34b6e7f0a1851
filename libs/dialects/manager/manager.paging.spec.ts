import { InputPipe } from '#infra/http';
import { AppError } from '#kernel';
import { toDataPage } from './manager.answers';
import { ListQuery, pageOf } from './manager.paging';

const read = (query: object): ListQuery => new InputPipe().transform(query, { type: 'query', metatype: ListQuery });

test('a page has 20 entries unless more are asked for, and never more than 100', () => {
  expect(pageOf(read({}))).toEqual({ page: 1, limit: 20 });
  expect(pageOf(read({ page: '3', per_page: '7' }))).toEqual({ page: 3, limit: 7 });
  expect(pageOf(read({ per_page: '100000' }))).toEqual({ page: 1, limit: 100 });
});

test.each([
  ['page', '0'],
  ['page', '-1'],
  ['page', 'one'],
  ['page', '1.5'],
  ['page', ''],
  ['per_page', '0'],
  ['per_page', 'x'],
  ['page', ['1', '2']],
])('%s=%j is refused', (field, value) => {
  const refusal = (() => {
    try {
      read({ [field]: value });
    } catch (error) {
      return error as AppError;
    }
    return undefined;
  })();
  expect(refusal).toBeInstanceOf(AppError);
  expect(refusal?.kind).toBe('invalid_input');
  expect(refusal?.fields.map((problem) => problem.field)).toEqual([field]);
});

test('a list tells which page it is', () => {
  const page = { items: [1, 2], page: 3, limit: 2, total: 9 };
  expect(toDataPage(page, String)).toEqual({ data: ['1', '2'], meta: { page: 3, per_page: 2, total: 9 } });
});
