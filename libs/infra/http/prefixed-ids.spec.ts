import { prefixedIds } from './prefixed-ids';

const ids = prefixedIds({ conversation: 'conv', message: 'msg' });
const key = '0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b';

describe('ids with a prefix', () => {
  test('carry the kind and the key of the row, and are read back', () => {
    expect(ids.encode('conversation', key)).toBe('conv_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b');
    expect(ids.decode('conversation', ids.encode('conversation', key))).toBe(key);
  });

  test.each([
    ['of another kind', 'msg_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b'],
    ['without a prefix', '0193a1b2c3d47e5f8a6b7c8d9e0f1a2b'],
    ['too short', 'conv_0193'],
    ['with dashes', `conv_${key}`],
    ['in capitals', 'conv_0193A1B2C3D47E5F8A6B7C8D9E0F1A2B'],
    ['with a line break at the end', 'conv_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b\n'],
    ['empty', ''],
  ])('are no ids when %s', (_what, text) => {
    expect(ids.decode('conversation', text)).toBeUndefined();
  });
});
