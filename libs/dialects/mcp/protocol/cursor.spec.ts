import { decodeCursor, encodeCursor } from './cursor';

const KEY = '01900000-0000-7000-8000-00000000000a';

test.each([{ list: 'documents' }, { list: 'documents', key: KEY }])(
  'a cursor is read as it was given: %j',
  (cursor) => {
    expect(decodeCursor(encodeCursor(cursor))).toEqual(cursor);
  },
);

test.each(['', 'documents', encodeCursor({ list: 'documents', key: 'x' }), encodeCursor({ list: "a' or 1=1" })])(
  'what was never given is none: "%s"',
  (text) => {
    expect(decodeCursor(text)).toBeUndefined();
  },
);
