import { InputPipe } from '#infra/http';
import { AppError } from '#kernel';
import { SliceQuery } from './assistant.paging';

const read = (query: object): SliceQuery => new InputPipe().transform(query, { type: 'query', metatype: SliceQuery });

test('a slice has the first 20 entries unless more are asked for, and never more than 100', () => {
  expect(read({})).toEqual({ limit: 20, offset: 0 });
  expect(read({ limit: '7', offset: '14' })).toEqual({ limit: 7, offset: 14 });
  expect(read({ limit: '100000' })).toEqual({ limit: 100, offset: 0 });
});

test.each([
  ['limit', 'ten'],
  ['limit', '0'],
  ['limit', '-1'],
  ['limit', '1.5'],
  ['limit', ''],
  ['offset', 'x'],
  ['offset', '-1'],
  ['offset', ['1', '2']],
])('%s=%j is refused', (field, value) => {
  const refusal = (() => {
    try {
      read({ [field]: value });
    } catch (error) {
      return error as AppError;
    }
    return undefined;
  })();
  expect(refusal?.fields.map((problem) => problem.field)).toEqual([field]);
});
