import { eventParser, readEvents, type StreamEvent } from './event-stream';

function parsed(...pieces: string[]): StreamEvent[] {
  const events: StreamEvent[] = [];
  const parse = eventParser((event) => events.push(event));
  pieces.forEach(parse);
  return events;
}

const STREAM = ': beat\n\nid: m.1\nevent: delta\ndata: {"text":"a"}\n\ndata: one\ndata:two\n\n';
const EVENTS = [
  { id: 'm.1', type: 'delta', data: '{"text":"a"}' },
  { id: 'm.1', type: 'message', data: 'one\ntwo' },
];

test('events are told when they are complete; an id holds until the next', () => {
  expect(parsed(STREAM)).toEqual(EVENTS);
  expect(parsed('data: half\n')).toEqual([]);
});

test('wherever a stream is cut, and however its lines end, its events are the same', () => {
  for (const lineEnd of ['\n', '\r\n', '\r']) {
    const text = `${STREAM.replaceAll('\n', lineEnd)}:`;
    for (let at = 0; at <= text.length; at++) expect(parsed(text.slice(0, at), text.slice(at))).toEqual(EVENTS);
    expect(parsed(...text)).toEqual(EVENTS);
  }
});

describe('readEvents', () => {
  const responseOf = (...pieces: string[]) => new Response(new Blob(pieces).stream());
  beforeAll(() =>
    Object.assign(globalThis, { addEventListener: () => undefined, removeEventListener: () => undefined }),
  );

  test('ends at the event that its reader wanted', async () => {
    const seen: string[] = [];
    const isWhole = await readEvents(responseOf('data: 1\n\ndata: 2\n\ndata: 3\n\n'), 1_000, ({ data }) => {
      seen.push(data);
      return data === '2';
    });
    expect([isWhole, seen.slice(0, 2)]).toEqual([true, ['1', '2']]);
  });

  test('says that there was no such event when the stream ends before', async () => {
    expect(await readEvents(responseOf('data: 1\n\n'), 1_000, () => false)).toBe(false);
  });

  test('gives a connection up that says nothing for too long', async () => {
    const silent = new Response(new ReadableStream({}));
    await expect(readEvents(silent, 5, () => false)).rejects.toThrow('dead');
  });
});
