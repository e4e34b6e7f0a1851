/** Agent loops as in the product, over a test database, with a model and tools that a test scripts. */
import { ReadyModels } from '#domain/models';
import { AddressGuard } from '#infra/http-client';
import { JobQueue } from '#infra/queue';
import type { LlmModel } from '#providers/llm';
import { type ScriptedTool, ScriptedToolServers, ToolServers } from '#providers/tool-servers';
import { AgentsModule } from '../../domain/agents/agents.module';
import { AgentExecutions } from '../../domain/agents/executions/executions.service';
import type { RunLoop } from '../../domain/agents/executions/executions.types';
import { AgentLoops } from '../../domain/agents/loops/loops.service';
import type { AgentLoopInput } from '../../domain/agents/loops/loops.types';
import { ExecutionRunning } from '../../domain/agents/running/execution-running.service';
import { DocumentsUnderTest, type Tenant } from '../documents';

const SERVER = { type: 'http', name: 'tools', url: 'https://tools.example.com/mcp' };

export class AgentsUnderTest {
  tenant: Tenant;
  private tools: readonly ScriptedTool[] = [];
  private model: LlmModel;

  private constructor(readonly fixture: DocumentsUnderTest) {}

  static async open(): Promise<AgentsUnderTest> {
    return new AgentsUnderTest(await DocumentsUnderTest.open({ modules: [AgentsModule] }));
  }

  /** An empty database with a team, and what it talks to replaced; to be called before each test. */
  async begin(): Promise<void> {
    await this.fixture.reset();
    this.tenant = await this.fixture.newTenant();
    const scripted = (address: { url: string }) => new ScriptedToolServers(this.tools).at(address);
    jest.spyOn(this.fixture.get(ToolServers), 'at').mockImplementation(scripted);
    jest.spyOn(this.fixture.get(AddressGuard), 'checkResolved').mockResolvedValue(undefined as never);
    const speaker = { id: null, contextTokens: null, inputPrice: null, outputPrice: null };
    jest
      .spyOn(this.fixture.get(ReadyModels), 'speakers')
      .mockImplementation(async () => [{ ...speaker, model: this.model }]);
  }

  /** Who speaks from now on, and what there is to be called. */
  script(model: LlmModel, ...tools: readonly ScriptedTool[]): void {
    this.model = model;
    this.tools = tools;
  }

  get clock() {
    return this.fixture.clock;
  }

  get loops(): AgentLoops {
    return this.fixture.get(AgentLoops);
  }

  get executions(): AgentExecutions {
    return this.fixture.get(AgentExecutions);
  }

  get running(): ExecutionRunning {
    return this.fixture.get(ExecutionRunning);
  }

  async newLoop(input: AgentLoopInput = {}) {
    const given = { name: 'Loop', systemPrompt: 'You work.', userMessage: 'Do it.', mcpServers: [SERVER], ...input };
    return (await this.loops.create(this.tenant.actor, given)).loop;
  }

  async queue(input: AgentLoopInput = {}, request: RunLoop = {}): Promise<string> {
    const { id } = await this.newLoop(input);
    return (await this.executions.run(this.tenant.actor, id, request)).id;
  }

  get(id: string) {
    return this.executions.get(this.tenant.actor, id);
  }

  /** One line a step: `kind name state`. */
  async told(id: string): Promise<string[]> {
    const steps = await this.executions.steps(this.tenant.actor, id);
    return steps.map(({ kind, name, state }) => `${kind} ${name} ${state}`);
  }

  /** What the outbox has of executions that have ended. */
  get events() {
    return this.fixture.outbox.events.filter(({ name }) => name === 'agent_loop.completed');
  }

  /** Ids of the executions that `work` puts into the queue. */
  async enqueuedBy(work: () => Promise<unknown>): Promise<string[]> {
    const put = jest.spyOn(this.fixture.get(JobQueue), 'enqueueAll');
    await work();
    const ids = put.mock.calls.flatMap(([, payloads]) => payloads as { executionId: string }[]);
    put.mockRestore();
    return ids.map(({ executionId }) => executionId);
  }
}
