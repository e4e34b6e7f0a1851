import { createMemory } from './storage';

const shelf = (): Pick<Storage, 'getItem' | 'setItem'> & { items: Map<string, string> } => {
  const items = new Map<string, string>();
  return { items, getItem: (key) => items.get(key) ?? null, setItem: (key, value) => void items.set(key, value) };
};
const blocked = () => {
  throw new Error('blocked');
};

test('the next page finds what the last one has left, by the key of the site', () => {
  const storage = shelf();
  const first = createMemory(
    'pk_live_one_0123456789',
    () => storage,
    () => 'visitor_1',
  );
  first.change({ conversation: { id: 'conv_1', token: 'ct_1' } });
  const next = createMemory(
    'pk_live_one_0123456789',
    () => storage,
    () => 'visitor_2',
  );
  expect(next.get()).toEqual({ visitorId: 'visitor_1', conversation: { id: 'conv_1', token: 'ct_1' } });
  const other = createMemory(
    'pk_live_two_9876543210',
    () => storage,
    () => 'visitor_3',
  );
  expect(other.get()).toEqual({ visitorId: 'visitor_3' });
});

test('another tab is heard', () => {
  const storage = shelf();
  const [one, other] = [1, 2].map((tab) =>
    createMemory(
      'pk',
      () => storage,
      () => `visitor_${tab}`,
    ),
  );
  one!.change({ seen: 'a' });
  other!.change({ handling: 'human' });
  expect(one!.get()).toEqual({ visitorId: 'visitor_1', seen: 'a', handling: 'human' });
});

test.each([
  ['blocked', blocked],
  ['full', () => ({ getItem: () => null, setItem: blocked })],
])('a storage that is %s leaves the memory of the page', (_, storage) => {
  const memory = createMemory('pk', storage, () => 'visitor_1');
  memory.change({ seen: 'a' });
  expect(memory.get()).toEqual({ visitorId: 'visitor_1', seen: 'a' });
});

test.each(['', '{', 'null', '7', '{"visitorId":7}'])('what somebody else has stored is not read: %j', (text) => {
  const storage = shelf();
  storage.items.set('ourplatform:pk', text);
  expect(
    createMemory(
      'pk',
      () => storage,
      () => 'visitor_1',
    ).get(),
  ).toEqual({ visitorId: 'visitor_1' });
});
