import { once } from 'node:events';
import type { AddressInfo, Server, Socket } from 'node:net';
import { createLoadServer } from './load-server';

const jsonOf = async (answer: Response) => JSON.parse(await answer.text());

describe('the load server', () => {
  let server: Server;
  const sockets: Socket[] = [];

  async function listen(chunkDelayMs: number): Promise<string> {
    server = createLoadServer({ latencyMs: 1, tokens: 3, chunkDelayMs });
    server.on('connection', (socket) => sockets.push(socket));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  }
  afterEach(() => {
    server.close();
    for (const socket of sockets.splice(0)) socket.destroy();
  });

  const ask = (url: string, body: object) =>
    fetch(`${url}/chat/completions`, { method: 'POST', body: JSON.stringify({ messages: [], ...body }) });

  test.each([0, 1])(
    'gives everybody the same answer, whole or streamed, with %i ms between chunks',
    async (delayMs) => {
      const url = await listen(delayMs);
      const { choices, usage } = await jsonOf(await ask(url, {}));
      expect([choices[0].message.content, usage.completion_tokens]).toEqual(['The parcel is', 3]);
      const stream = await ask(url, { stream: true, stream_options: { include_usage: true } });
      const data = (await stream.text()).split('\n\n').filter((event) => event !== '');
      expect(data.at(-1)).toBe('data: [DONE]');
      const chunks = data.slice(0, -1).map((event) => JSON.parse(event.slice('data: '.length)));
      expect(chunks.map(({ choices: [choice] }) => choice?.delta.content ?? '').join('')).toBe('The parcel is');
      expect(chunks.at(-1).usage).toMatchObject({ completion_tokens: 3 });
    },
  );

  test('sends usage only to those who want it, and knows its other paths', async () => {
    const url = await listen(0);
    expect(await (await ask(url, { stream: true })).text()).not.toContain('prompt_tokens');
    expect((await jsonOf(await fetch(`${url}/models`))).data).toHaveLength(1);
    expect((await fetch(`${url}/unknown`)).status).toBe(404);
  });

  test('reads requests that are longer than one packet', async () => {
    const url = await listen(0);
    const answer = await ask(url, { messages: [{ role: 'user', content: 'x'.repeat(1_000_000) }] });
    expect(answer.status).toBe(200);
  });
});
