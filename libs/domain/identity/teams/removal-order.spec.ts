import { removalOrder } from './removal-order';

const table = (name: string, ...refersTo: string[]) => ({ name, refersTo });
const namesOf = (...tables: ReturnType<typeof table>[]) => removalOrder(tables).map(({ name }) => name);

describe('the order of removal', () => {
  test('begins with what nothing refers to', () => {
    expect(
      namesOf(table('bot', 'team'), table('rating', 'chat', 'bot'), table('chat', 'bot'), table('outbox')),
    ).toEqual(['rating', 'outbox', 'chat', 'bot']);
  });

  test('has every table once, also those that refer to each other', () => {
    expect(namesOf(table('a', 'b'), table('b', 'a'), table('c', 'a')).toSorted()).toEqual(['a', 'b', 'c']);
  });
});
