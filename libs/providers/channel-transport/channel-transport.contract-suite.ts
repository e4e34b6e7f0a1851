import { describeChannelFailures, type TransportUnderTest } from './channel-failures.contract-suite';
import type { InboundRequest, PreparedPart } from './channel-transport.contract';

const NONSENSE = [
  {},
  [],
  { type: 7 },
  { type: [] },
  { update_id: {} },
  { message: null },
  { event: 'x' },
  { entry: [null] },
];
const LONG = Array.from({ length: 400 }, (_, n) => `Sentence ${n} says that tea is **good** & 3 < 5.`).join(' ');

/** What callers rely on, the same for each platform. */
export function describeChannelTransportContract(name: string, open: () => TransportUnderTest): void {
  describe(`${name} keeps the contract of a channel transport`, () => {
    let given: TransportUnderTest;

    beforeEach(() => {
      given = open();
      given.platform.reset();
    });

    const partOf = (markdown = 'Tea is **good**.'): PreparedPart =>
      given.transport.prepare({ ...given.to, markdown })[0]!;
    const send = (part = partOf(), limits = {}) => given.transport.send(given.account, part, limits);
    const failureOf = (work: Promise<unknown>): Promise<unknown> =>
      work.then(
        () => 'no failure',
        (error: unknown) => error,
      );

    it('takes what a person says', async () => {
      const found = await given.transport.receive(given.account, given.says('Is there <tea> & milk?', 70));
      expect(found).toMatchObject({
        kind: 'message',
        message: {
          key: expect.any(String),
          chatId: given.to.chatId,
          text: 'Is there <tea> & milk?',
          user: { id: expect.any(String) },
          attachments: [],
        },
      });
    });

    it('gives what is told twice the same key, and other things another', async () => {
      const keyOf = async (request: InboundRequest) => {
        const found = await given.transport.receive(given.account, request);
        return found.kind === 'message' ? found.message.key : found.kind;
      };
      const once = given.says('Hello', 71);
      expect(await keyOf(once)).toBe(await keyOf(once));
      expect(await keyOf(given.says('Hello', 72))).not.toBe(await keyOf(once));
    });

    it('takes nothing without a proof, with half of one, or with one of another secret', async () => {
      const call = given.says('Hello', 73);
      const proofs = Object.keys(call.headers).filter((header) => header.startsWith('x-') && !/timestamp/.test(header));
      expect(proofs).toHaveLength(1);
      const proof = call.headers[proofs[0]!]!;
      const turned = proof.slice(0, -1) + (proof.endsWith('a') ? 'b' : 'a');
      for (const forged of [
        undefined,
        '',
        'sha256=',
        'v0=',
        'zz'.repeat(32),
        proof.slice(0, -1),
        `${proof}0`,
        turned,
        'ÿ',
      ]) {
        const headers = { ...call.headers, [proofs[0]!]: forged };
        await expect(given.transport.receive(given.account, { ...call, headers })).rejects.toMatchObject({
          code: 'channel_transport.signature_invalid',
          kind: 'unauthenticated',
        });
      }
    });

    it('survives calls of which any part is something else', async () => {
      const call = given.says('Hello', 74).body as object;
      for (const body of spoiled(call)) {
        const asked = given.transport.receive(given.account, given.signed(body as object));
        const found = await asked.catch((error: unknown) => error);
        if (found instanceof Error) expect(found).toMatchObject({ code: 'channel_transport.payload_invalid' });
        else expect(['message', 'ignored', 'handshake']).toContain((found as { kind: string }).kind);
      }
    });

    it('leaves out of texts what no database stores', async () => {
      const found = await given.transport.receive(given.account, given.says('a\0b\ud83d c', 75));
      expect(found).toMatchObject({ message: { text: 'ab\ufffd c' } });
    });

    it('survives whatever a platform may say', async () => {
      for (const body of NONSENSE) {
        const asked = given.transport.receive(given.account, given.signed(body));
        const found = await asked.catch((error: unknown) => error);
        if (found instanceof Error) expect(found).toMatchObject({ code: 'channel_transport.payload_invalid' });
        else expect(found).toMatchObject({ kind: 'ignored' });
      }
    });

    it('sends, and says how the platform calls what it has sent', async () => {
      const { platformMessageId } = await send();
      expect(given.sent()).toEqual([{ id: platformMessageId, text: expect.stringContaining('good') }]);
    });

    it('prepares parts that the platform takes, in order, and the same ones again', async () => {
      const parts = given.transport.prepare({ ...given.to, markdown: LONG });
      expect(given.transport.prepare({ ...given.to, markdown: LONG })).toEqual(parts);
      expect(parts.map(({ position }) => position)).toEqual(parts.map((_, index) => index));
      for (const part of parts) {
        expect(part.plainText.length).toBeLessThanOrEqual(given.maxChars);
        await send(part);
      }
      expect(given.sent()).toHaveLength(parts.length);
      const words = parts.map(({ plainText }) => plainText).join(' ');
      for (const n of [0, 199, 399]) expect(words).toContain(`Sentence ${n} says`);
      expect(JSON.parse(JSON.stringify(parts))).toEqual(parts);
    });

    it('prepares nothing of nothing, and names attachments', () => {
      for (const markdown of ['', ' \n\n ']) expect(given.transport.prepare({ ...given.to, markdown })).toEqual([]);
      const attachments = [{ url: 'https://tea.example/menu_(1).pdf', name: 'Menu [new]' }];
      const parts = given.transport.prepare({ ...given.to, markdown: 'Here it is:', attachments });
      expect(JSON.stringify(parts)).toContain('tea.example/menu_');
    });

    it('tells nobody when typing or leaving did not work', async () => {
      given.platform.fail(500);
      await given.transport.typing(given.account, given.to);
      await given.transport.disconnect(given.account);
    });

    it('says who we are', async () => {
      const webhookUrl = 'https://parley.example/v1/channels/ch_1/webhook';
      expect(await given.transport.connect(given.account, { webhookUrl })).toMatchObject({
        id: expect.stringMatching(/./),
      });
    });

    it('says what is missing when it is not set up', async () => {
      const bare = { ...given.account, credentials: {} };
      expect(await failureOf(given.transport.send(bare, partOf()))).toMatchObject({
        code: 'channel_transport.not_configured',
        kind: 'invalid_input',
      });
    });

    describeChannelFailures(open);
  });
}

/** The value again and again, each time with one of its parts replaced. */
function* spoiled(value: unknown): Generator<unknown> {
  yield* [null, {}, [], 7, -1e99, 'x', true];
  if (typeof value !== 'object' || value === null) return;
  for (const [name, part] of Object.entries(value)) {
    for (const other of spoiled(part)) yield Array.isArray(value) ? [other] : { ...value, [name]: other };
  }
}
