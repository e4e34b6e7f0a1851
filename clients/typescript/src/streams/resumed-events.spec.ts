import { AbortError, ConnectionError, NotFoundError, ServerError } from '../errors';
import { askedOnce, resumedEvents, type StreamSource } from './resumed-events';
import { type NamedEvent, namedEvent } from './source-of';

type Event = NamedEvent<'delta' | 'done', unknown>;
type Answer = Response | Error;

const frame = (id: string, type: string, data: unknown = null) =>
  `id: ${id}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
const stream = (...frames: string[]) => new Response(frames.join(''));

/** Connections one after the other; the ids that they were asked to go on from. */
function connections(...answers: Answer[]) {
  const asked: Array<string | undefined> = [];
  const open = async (lastEventId: string | undefined) => {
    asked.push(lastEventId);
    const answer = answers.shift() ?? new ConnectionError('There is nothing any more.');
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { asked, open };
}

type Open = ReturnType<typeof connections>['open'];

const sourceOf = (open: StreamSource<Event>['open']): StreamSource<Event> => ({
  open,
  read: namedEvent<Event>,
  isLast: ({ type }) => type === 'done',
});

async function readAll(open: Open, isAskedOnce = false, signal = new AbortController().signal) {
  const source = sourceOf(isAskedOnce ? askedOnce(() => open(undefined), open) : open);
  const events: string[] = [];
  for await (const { id } of resumedEvents(source, signal)) events.push(id);
  return events;
}

describe('a stream', () => {
  // No time passes between two attempts.
  beforeEach(() => void jest.spyOn(Math, 'random').mockReturnValue(0));
  afterEach(() => jest.restoreAllMocks());

  test('goes on after the last event that came whole, over as many connections as it takes', async () => {
    const { asked, open } = connections(
      stream(frame('1', 'delta'), 'id: 2\nevent: delta\ndata: "cut'),
      new ServerError('', { status: 502 }),
      stream(frame('2', 'delta')),
      stream(frame('3', 'done'), frame('4', 'delta')),
    );
    expect(await readAll(open)).toEqual(['1', '2', '3']);
    expect(asked).toEqual([undefined, '1', '1', '2']);
  });

  test('ends when nothing is left of it', async () => {
    const { open } = connections(stream(frame('1', 'delta')), new Response(null, { status: 204 }));
    expect(await readAll(open)).toEqual(['1']);
  });

  test('is given up when there is nothing new for long', async () => {
    const { asked, open } = connections(stream(frame('1', 'delta')));
    await expect(readAll(open)).rejects.toThrow('There is nothing any more.');
    expect(asked).toHaveLength(9);
  });

  test('that begins with a question never asks it twice', async () => {
    const { asked, open } = connections(stream(': beat\n\n'));
    await expect(readAll(open, true)).rejects.toThrow(ConnectionError);
    expect(asked).toHaveLength(1);
  });

  test.each([
    ['says that it failed', stream(frame('1', 'delta'), 'event: error\ndata: {"message":"Later."}\n\n'), 'Later.'],
    ['is not there', new NotFoundError('There is no such thing.'), 'There is no such thing.'],
    ['cannot be begun', new ConnectionError('Nobody is there.'), 'Nobody is there.'],
  ])('that %s fails at once', async (_, answer, message) => {
    const { asked, open } = connections(answer);
    await expect(readAll(open)).rejects.toThrow(message);
    expect(asked).toHaveLength(1);
  });

  test('that is aborted tells nothing more, not even what has come already', async () => {
    const leaving = new AbortController();
    const { open } = connections(stream(frame('1', 'delta'), frame('2', 'delta'), frame('3', 'done')));
    const told: string[] = [];
    const reading = (async () => {
      for await (const { id } of resumedEvents(sourceOf(open), leaving.signal)) {
        told.push(id);
        leaving.abort();
      }
    })();
    await expect(reading).rejects.toThrow(AbortError);
    expect(told).toEqual(['1']);
  });

  test('that is aborted while it waits ends', async () => {
    const leaving = new AbortController();
    const { open } = connections(stream(frame('1', 'delta')));
    jest.spyOn(Math, 'random').mockReturnValue(1);
    setTimeout(() => leaving.abort(), 20);
    await expect(readAll(open, false, leaving.signal)).rejects.toThrow(AbortError);
  });
});
