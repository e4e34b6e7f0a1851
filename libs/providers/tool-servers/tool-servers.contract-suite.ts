import { MAX_ANSWER_BYTES, MAX_SERVED_TOOLS, type ServedTool, type ToolServer } from './tool-servers.contract';

/** How a server under test is to behave. */
export type ServerMood = 'well' | 'hanging' | 'flooding' | 'refusing' | 'many_tools';

export interface ToolServerUnderTest {
  server: ToolServer;
  be(mood: ServerMood): void;
}

const IN_TIME = { timeoutMs: 20_000 };
const SHORT = { timeoutMs: 300 };

/**
 * What callers rely on, the same for each protocol. The server has the tools `add` (a, b), `shelf_life` (product), `break`,
 * which says that it has failed, and `essay` (characters).
 */
export function describeToolServerContract(name: string, open: () => Promise<ToolServerUnderTest>): void {
  describe(`${name} keeps the contract of a tool server`, () => {
    const toolsOf = (server: ToolServer) => server.list(IN_TIME);
    const called = async (tool: string, args: Record<string, unknown>, limits = IN_TIME) => {
      const { server } = await open();
      const known = (await toolsOf(server)).find((one) => one.name === tool) as ServedTool;
      return server.call(known, args, limits);
    };

    it('lists tools with their schemas, again and again', async () => {
      const { server } = await open();
      for (const tools of [await toolsOf(server), await toolsOf(server)]) {
        expect(tools.map((tool) => tool.name)).toEqual(expect.arrayContaining(['add', 'break', 'essay', 'shelf_life']));
        expect(tools.find((tool) => tool.name === 'add')).toMatchObject({
          description: 'Adds two numbers.',
          parameters: { type: 'object', properties: { a: { type: 'number' }, b: { type: 'number' } } },
        });
      }
    });

    it('calls a tool and gives what it says', async () => {
      expect(await called('add', { a: 2, b: 40 })).toEqual({ text: '42', isError: false });
      expect(await called('shelf_life', { product: 'Yoghurt' })).toMatchObject({ text: 'Yoghurt keeps for 42 days.' });
    });

    it('tells the failure of a tool from one of the server', async () => {
      expect(await called('break', {})).toEqual({ text: 'The shelf fell.', isError: true });
    });

    it('makes many calls at the same time', async () => {
      const sums = await Promise.all(Array.from({ length: 8 }, (_, n) => called('add', { a: n, b: 1 })));
      expect(sums.map(({ text }) => text)).toEqual(Array.from({ length: 8 }, (_, n) => String(n + 1)));
    });

    it('is there when it is probed', async () => {
      const { server } = await open();
      expect(await server.probe(IN_TIME)).toMatchObject({ name: expect.any(String), version: expect.any(String) });
    });

    it('gives up on a server that hangs, whatever it is asked', async () => {
      const { server, be } = await open();
      const [tool] = await toolsOf(server);
      be('hanging');
      for (const asked of [server.list(SHORT), server.probe(SHORT), server.call(tool!, {}, SHORT)])
        await expect(asked).rejects.toMatchObject({ code: 'tool_servers.timed_out', kind: 'unavailable' });
    });

    it('does not read on when an answer is too long', async () => {
      const { server, be } = await open();
      const [tool] = await toolsOf(server);
      be('flooding');
      for (const ask of [() => server.list(IN_TIME), () => server.call(tool!, {}, IN_TIME)])
        await expect(ask()).rejects.toMatchObject({ code: 'tool_servers.answer_too_long' });
      await expect(called('essay', { characters: 2 * MAX_ANSWER_BYTES })).rejects.toThrow();
    });

    it('says that it was refused', async () => {
      const { server, be } = await open();
      be('refusing');
      await expect(server.list(IN_TIME)).rejects.toMatchObject({ kind: 'unavailable' });
      be('well');
      expect(await toolsOf(server)).not.toHaveLength(0);
    });

    it('lists no more tools than anybody could use', async () => {
      const { server, be } = await open();
      be('many_tools');
      expect(await toolsOf(server)).toHaveLength(MAX_SERVED_TOOLS);
    });

    it('stops when its caller does, and says why', async () => {
      const { server, be } = await open();
      be('hanging');
      const reason = new Error('the user has left');
      await expect(server.list({ ...IN_TIME, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
      const leaving = new AbortController();
      const listing = server.list({ ...IN_TIME, signal: leaving.signal });
      setImmediate(() => leaving.abort(reason));
      await expect(listing).rejects.toBe(reason);
    });
  });
}
