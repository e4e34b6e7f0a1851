/** Agent loops that call a tool of another server, which may not be called twice for one thing. */
import { must } from '../../../libs/testing/parley';
import type { Activity } from '../activity';
import { modelOn, type Scene } from '../scene';

const CALLS = 3;
/** Of the first number of an addition, by which an execution is known: more than it makes calls. */
const STRIDE = 10;

export class AgentRuns implements Activity {
  readonly name = 'agent loops';
  readonly everyMs = 6_000;
  /** Executions, by the number of their first addition. */
  private readonly acknowledged = new Map<number, string>();
  private count = 0;

  private constructor(
    private readonly scene: Scene,
    private readonly path: string,
  ) {}

  static async open(scene: Scene): Promise<AgentRuns> {
    const { outside, wire } = scene;
    const modelId = await modelOn(scene, outside.worker, { name: 'Worker' });
    outside.worker.replyWith(({ messages }) => {
      const made = messages.filter(({ role }) => role === 'tool').length;
      if (made >= CALLS) return { text: `I made ${made} additions.` };
      const first = Number(/Add from (\d+)\./.exec(JSON.stringify(messages))?.[1]);
      return { toolCalls: [{ name: 'add', arguments: JSON.stringify({ a: first + made, b: 1 }), id: `call_${made}` }] };
    });
    const mcpServers = [{ type: 'http', name: 'Sums', url: outside.tools.url }];
    const loop = {
      name: 'Additions',
      systemPrompt: 'You add.',
      userMessage: 'Add from {{first}}.',
      mcpServers,
      modelId,
    };
    const { id } = must(await wire.post('/api/v1/agent-loops', loop), 201).body.data;
    return new AgentRuns(scene, `/api/v1/agent-loops/${id}`);
  }

  async act(): Promise<void> {
    const first = ++this.count * STRIDE;
    const variables = { first: String(first) };
    const answer = await this.scene.journal.attempt('agent loop, run', async () =>
      must(await this.scene.wire.post(`${this.path}/run`, { variables }), 202),
    );
    if (answer) this.acknowledged.set(first, answer.body.data.id);
  }

  async faults(): Promise<string[]> {
    const made = this.additions();
    const faults: string[] = [];
    for (const [first, id] of this.acknowledged) {
      const answer = await this.scene.wire.get(`${this.path}/executions/${id}`);
      const { status, error } = must(answer, 200).body.data;
      // Where clocks jump forward, an execution may be out of time.
      if (status !== 'completed' && status !== 'timeout')
        faults.push(`execution ${id} is ${status} ${JSON.stringify(error)}`);
      const missing = Array.from({ length: CALLS }, (_, at) => first + at).filter((number) => !made.has(number));
      if (status === 'completed' && missing.length > 0)
        faults.push(`execution ${id} lacks the additions ${missing.join()}`);
    }
    const doubled = [...made].filter(([, times]) => times > 1);
    return [...faults, ...doubled.map(([number, times]) => `the addition ${number} was made ${times} times`)];
  }

  told(): string {
    return `${this.acknowledged.size} of ${this.count} executions acknowledged, ${this.additions().size} tool calls`;
  }

  /** How often each was asked for. */
  private additions(): Map<number, number> {
    const times = new Map<number, number>();
    for (const { method, body } of this.scene.outside.tools.requests) {
      if (method !== 'tools/call') continue;
      const { a } = (body as { params: { arguments: { a: number } } }).params.arguments;
      times.set(a, (times.get(a) ?? 0) + 1);
    }
    return times;
  }
}
