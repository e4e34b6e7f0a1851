/** The receivers: a process of their own, and a port where nobody listens. */
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import type { SinkCounts } from '../../libs/testing/webhooks';
import { BenchProcess } from '../chat/processes';

const SERVE = path.resolve(__dirname, '../../libs/testing/webhooks/serve.js');

interface Addresses {
  control: string;
  healthy: string[];
  slow: string;
  hanging: string;
}

export interface HealthyCounts {
  requests: number;
  distinct: number;
  firstAtMs: number;
  lastAtMs: number;
}

export class Sinks {
  private constructor(
    private readonly process: BenchProcess,
    private readonly addresses: Addresses,
    /** Connections to it are refused. */
    readonly refusing: string,
  ) {}

  static async start(healthy: number, slowMs: number): Promise<Sinks> {
    const args = ['--healthy', String(healthy), '--delay', String(slowMs)];
    const { process, match } = await BenchProcess.start(SERVE, { args, ready: /^\{.*\}$/m });
    return new Sinks(process, JSON.parse(match[0]) as Addresses, await refusingUrl());
  }

  get healthy(): readonly string[] {
    return this.addresses.healthy;
  }

  get slow(): string {
    return this.addresses.slow;
  }

  get hanging(): string {
    return this.addresses.hanging;
  }

  get pid(): number {
    return this.process.pid;
  }

  async reset(): Promise<void> {
    await fetch(this.addresses.control, { method: 'DELETE' });
  }

  /** Of the healthy ones together. */
  async counts(): Promise<HealthyCounts> {
    const all = await this.ofHealthy<SinkCounts>('');
    const sum = (of: (counts: SinkCounts) => number) => all.reduce((total, counts) => total + of(counts), 0);
    const heard = all.filter(({ requests }) => requests > 0);
    return {
      requests: sum(({ requests }) => requests),
      distinct: sum(({ distinct }) => distinct),
      firstAtMs: Math.min(...heard.map(({ firstAtMs }) => firstAtMs)),
      lastAtMs: Math.max(...heard.map(({ lastAtMs }) => lastAtMs)),
    };
  }

  /** Of the healthy ones together, least first. */
  async latenciesMs(): Promise<number[]> {
    return (await this.ofHealthy<number[]>('?latencies')).flat().sort((a, b) => a - b);
  }

  stop(): Promise<void> {
    return this.process.stop();
  }

  private async ofHealthy<T>(query: string): Promise<T[]> {
    const byUrl = (await (await fetch(this.addresses.control + query)).json()) as Record<string, T>;
    return this.addresses.healthy.map((url) => byUrl[url]!);
  }
}

/** Of a port that was free a moment ago. */
async function refusingUrl(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return `http://127.0.0.1:${port}/hook`;
}
