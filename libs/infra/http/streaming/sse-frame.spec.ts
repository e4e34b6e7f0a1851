import { encodeFrame } from './sse-frame';

test.each([
  [{ data: { text: 'a\nb' } }, 'data: {"text":"a\\nb"}\n\n'],
  [
    { id: '7', event: 'delta', data: 'one\r\ntwo\rthree' },
    'id: 7\nevent: delta\ndata: one\ndata: two\ndata: three\n\n',
  ],
  [{ id: '1\n2', data: '' }, 'id: 1 2\ndata: \n\n'],
  [{ data: undefined }, 'data: null\n\n'],
])('%j is written as %j', (frame, text) => {
  expect(encodeFrame(frame)).toBe(text);
});
