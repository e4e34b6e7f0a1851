import {
  allFrames,
  createBotThatKnows,
  must,
  type RegisteredTeam,
  readFrames,
  registerTeam,
  type SharedInstallation,
  type SseFrame,
  sharedInstallation,
  WireClient,
} from '#testing/parley';

const ITEMS = [
  {
    title: 'Delivery',
    content:
      'Standard delivery takes 2 to 3 working days and costs 3.90 euros. Orders above 35 euros are delivered free of charge. ' +
      'Express delivery arrives on the next working day and costs 8.50 euros.',
  },
];
const MESSAGE = 'How long does delivery take and what does it cost?';

const textOf = (frames: SseFrame[]) =>
  frames
    .filter((frame) => frame.event === 'delta')
    .map((frame) => frame.data.text)
    .join('');

describe('a streamed reply', () => {
  let parley: SharedInstallation;
  let team: RegisteredTeam;
  let path: string;

  beforeAll(async () => {
    parley = await sharedInstallation();
    team = await registerTeam(new WireClient(parley.baseUrl));
    path = `/api/v1/chatbots/${(await createBotThatKnows(team.asKey, ITEMS)).botId}/conversation`;
  });

  const ask = (wire = team.asKey, body: object = {}) =>
    wire.open('POST', path, { message: MESSAGE, stream: true, ...body });

  test('tells started, sources, deltas and done, each with an id; the deltas join to the stored text', async () => {
    const answer = await ask();
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    expect(answer.headers.get('x-request-id')).toMatch(/^req_/);
    expect(answer.headers.get('x-ratelimit-limit')).not.toBeNull();
    const frames = await allFrames(answer);
    expect(frames.map((frame) => frame.event).filter((event) => event !== 'delta')).toEqual([
      'started',
      'sources',
      'done',
    ]);
    expect(frames.every((frame) => frame.id !== undefined)).toBe(true);
    const { data } = frames.at(-1)!;
    expect(textOf(frames)).toBe(data.text);
    expect(frames[1]?.data).toEqual(data.sources);
    const history = must(await team.asKey.get(`${path}/history?sessionId=${data.sessionId}`), 200).body.data;
    expect(history[1]).toMatchObject({ id: data.messageId, content: data.text });
  });

  test('is also given for Accept: text/event-stream', async () => {
    const answer = await team.asKey.with({ accept: 'text/event-stream' }).open('POST', path, { message: MESSAGE });
    expect((await allFrames(answer)).at(-1)?.event).toBe('done');
  });

  test('is stored when the reader leaves, and can be read on from any frame, by GET and by POST', async () => {
    const leaving = new AbortController();
    const answer = await team.asKey.open('POST', path, { message: MESSAGE, stream: true }, leaving.signal);
    let first: SseFrame | undefined;
    for await (const frame of readFrames(answer)) {
      first = frame;
      break;
    }
    leaving.abort();
    const whole = await allFrames(await team.asKey.with({ 'last-event-id': first!.id! }).open('GET', path));
    expect(whole[0]?.event).toBe('sources');
    const { text } = whole.at(-1)!.data;
    expect(textOf(whole)).toBe(text);
    const [prefix] = first!.id!.split('.');
    for (const told of [0, 1, 17, text.length]) {
      const rest = await allFrames(
        await team.asKey.with({ 'last-event-id': `${prefix}.${2 + told}` }).open('POST', path, {}),
      );
      expect(textOf(rest)).toBe(text.slice(told));
      expect(rest.at(-1)?.event).toBe('done');
    }
    expect((await team.asKey.with({ 'last-event-id': `${prefix}.done` }).open('GET', path)).status).toBe(204);
    expect(
      must(await team.asKey.get(`${path}/history?sessionId=${whole.at(-1)!.data.sessionId}`), 200).body.pagination
        .total,
    ).toBe(2);
  });

  test('can be resumed by the actor who asked and by nobody else', async () => {
    const frames = await allFrames(await ask());
    const at = { 'last-event-id': frames[0]!.id! };
    const stranger = await registerTeam(new WireClient(parley.baseUrl));
    for (const other of [team.asUser, stranger.asKey]) expect((await other.with(at).get(path)).status).toBe(404);
    expect((await allFrames(await team.asKey.with(at).open('GET', path))).at(-1)?.event).toBe('done');
  });

  test('with a Last-Event-ID that is no frame of ours is refused in words', async () => {
    const answer = await team.asKey.with({ 'last-event-id': 'nonsense' }).get(path);
    expect([answer.status, answer.body.code]).toEqual([400, 'VALIDATION_ERROR']);
    expect(answer.body.message).toContain('Last-Event-ID');
  });

  test('refuses bad input as a plain JSON error', async () => {
    const answer = await team.asKey.send('POST', path, { message: '', stream: true });
    expect([answer.status, answer.body.code]).toEqual([400, 'VALIDATION_ERROR']);
  });
});
