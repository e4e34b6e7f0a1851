import { Client } from 'undici';

export interface Call {
  origin: string;
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body?: string;
}

/** So many callers, each with a connection of its own, call again and again. @throws Error at any other status */
export async function callUntil(call: Call, status: number, callers: number, forMs: number): Promise<number[]> {
  const latenciesMs: number[] = [];
  const endMs = performance.now() + forMs;
  const { origin, ...request } = call;
  const caller = async () => {
    const client = new Client(origin);
    while (performance.now() < endMs) {
      const startedMs = performance.now();
      const answer = await client.request(request);
      const text = await answer.body.text();
      if (answer.statusCode !== status) throw new Error(`${call.path} answered ${answer.statusCode}: ${text}`);
      latenciesMs.push(performance.now() - startedMs);
    }
    await client.close();
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return latenciesMs;
}
