import { eventParser, type ServerSentEvent } from './server-sent-events';

function parsed(...pieces: string[]): ServerSentEvent[] {
  const events: ServerSentEvent[] = [];
  const parse = eventParser((event) => events.push(event));
  pieces.forEach(parse);
  return events;
}

const STREAM = ': beat\nid: 1\nevent: delta\ndata: {"text":\ndata: "a"}\n\ndata:b\n\nid: 2\n\n';
const EVENTS = [
  { id: '1', type: 'delta', data: '{"text":\n"a"}' },
  { id: '1', type: 'message', data: 'b' },
];

test.each(['\n', '\r\n', '\r'])('a stream with lines that end with %j is read, however it is cut', (end) => {
  const text = STREAM.replaceAll('\n', end);
  for (let size = 1; size <= text.length; size++)
    expect(parsed(...(text.match(new RegExp(`[\\s\\S]{1,${size}}`, 'g')) ?? []), '\n')).toEqual(EVENTS);
});

test('an event that is not finished never was, and moves no position', () => {
  expect(parsed('id: 1\ndata: a\n\nid: 2\ndata: b\n')).toEqual([{ id: '1', type: 'message', data: 'a' }]);
});
