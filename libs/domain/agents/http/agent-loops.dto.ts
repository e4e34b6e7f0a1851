import {
  AllOptional,
  DateField,
  EnumField,
  IdField,
  IntegerField,
  NestedField,
  NestedListField,
  ObjectField,
  PageQuery,
  TextField,
  TextListField,
} from '#infra/http';
import { LOOP_LIMITS, LOOP_STATUSES, type LoopStatus, MCP_SERVER_TYPES } from '../loops/loops.types';

const { iterations, tokens, timeoutMs } = LOOP_LIMITS;
const SECRET = 'Values are never shown; a mask stands for them, and sending it back keeps what is there.';

export class AgentMcpServerField {
  @TextField(`One of ${MCP_SERVER_TYPES.join(', ')}. Only http can be reached from here.`, {
    maxLength: 32,
    example: 'http',
  })
  type: string;

  @TextField('Its name, unique in the loop.', { maxLength: LOOP_LIMITS.nameLength, example: 'CRM' })
  name: string;

  @TextField('Where it is. Without one it is unavailable.', {
    optional: true,
    nullable: true,
    maxLength: LOOP_LIMITS.urlLength,
    example: 'https://crm.example.com/mcp',
  })
  url?: string | null;

  @ObjectField(`Sent with every request. ${SECRET}`, { optional: true, nullable: true })
  headers?: Record<string, unknown> | null;
}

export class AgentScheduleField {
  @TextField('Five fields of cron, or six with seconds first.', {
    maxLength: LOOP_LIMITS.cronLength,
    example: '0 9 * * 1-5',
  })
  cron: string;

  @TextField('IANA name of the time zone that it is meant in.', {
    optional: true,
    nullable: true,
    maxLength: 100,
    default: 'UTC',
    example: 'Europe/Berlin',
  })
  timeZone?: string | null;
}

export class CreateAgentLoop {
  @TextField('Display name.', { maxLength: LOOP_LIMITS.nameLength, example: 'Daily Sales Report' })
  name: string;

  @TextField('What the model is and what it is to reach.', {
    maxLength: LOOP_LIMITS.systemPromptLength,
    example: 'You are a data analyst.',
  })
  systemPrompt: string;

  @TextField('What it is told to do. `{{name}}` is filled in from the variables of a run.', {
    maxLength: LOOP_LIMITS.userMessageLength,
    example: 'Write the sales report of {{day}}.',
  })
  userMessage: string;

  @NestedListField('MCP servers whose tools it may call.', () => AgentMcpServerField, {
    optional: true,
    nullable: true,
    maxItems: LOOP_LIMITS.mcpServers,
  })
  mcpServers?: AgentMcpServerField[] | null;

  @TextListField('Ids of plugins whose tools it may call.', {
    optional: true,
    nullable: true,
    maxItems: LOOP_LIMITS.pluginIds,
  })
  pluginIds?: string[] | null;

  @IdField('The chatbot whose knowledge it may search.', { optional: true, nullable: true })
  knowledgeChatbotId?: string | null;

  @TextField('Told what came of each execution, by a signed POST.', {
    optional: true,
    nullable: true,
    maxLength: LOOP_LIMITS.urlLength,
    example: 'https://example.com/agent-callback',
  })
  callbackUrl?: string | null;

  @ObjectField(`Sent with the callback. ${SECRET}`, { optional: true, nullable: true })
  callbackHeaders?: Record<string, unknown> | null;

  @IntegerField('How often the model may be called.', { optional: true, nullable: true, ...iterations })
  maxIterations?: number | null;

  @IntegerField('Tokens that the model may read and write in one execution; null: no limit.', {
    optional: true,
    nullable: true,
    ...tokens,
  })
  maxTokens?: number | null;

  @IntegerField('Milliseconds that an execution may take.', { optional: true, nullable: true, ...timeoutMs })
  timeoutMs?: number | null;

  @TextField('Name of the model; `modelId` is preferred to it. Default: that of the installation.', {
    optional: true,
    nullable: true,
    maxLength: LOOP_LIMITS.modelLength,
  })
  model?: string | null;

  @IntegerField('Id of a registered model.', { optional: true, nullable: true, min: 1, max: 2_147_483_647 })
  modelId?: number | null;

  @NestedField('When it runs by itself; null: never.', () => AgentScheduleField, { optional: true, nullable: true })
  schedule?: AgentScheduleField | null;

  @EnumField('A paused loop is not begun by its schedule.', LOOP_STATUSES, { optional: true })
  status?: LoopStatus;
}

export class UpdateAgentLoop extends AllOptional(CreateAgentLoop) {}

export class AgentLoopQuery extends PageQuery {
  @EnumField('Only loops of this status.', LOOP_STATUSES, { optional: true })
  status?: LoopStatus;

  @TextField('Only loops with this in their name, whatever the case.', { optional: true, maxLength: 200 })
  search?: string;
}

export class AgentScheduleDto {
  @TextField('Five fields of cron, or six with seconds first.')
  cron: string;

  @TextField('IANA name of the time zone.')
  timeZone: string;

  @DateField('When it is due next; null while the loop is paused.', { nullable: true })
  nextRunAt: string | null;
}

export class AgentLoopDto {
  @IdField('Its id.')
  id: string;

  @TextField('Display name.')
  name: string;

  @TextField('What the model is and what it is to reach.')
  systemPrompt: string;

  @TextField('What it is told to do.')
  userMessage: string;

  @NestedListField('MCP servers whose tools it may call.', () => AgentMcpServerField)
  mcpServers: AgentMcpServerField[];

  @TextListField('Ids of plugins whose tools it may call.')
  pluginIds: string[];

  @IdField('The chatbot whose knowledge it may search.', { nullable: true })
  knowledgeChatbotId: string | null;

  @TextField('Told what came of each execution.', { nullable: true })
  callbackUrl: string | null;

  @ObjectField('Sent with the callback; values are masked.')
  callbackHeaders: Record<string, unknown>;

  @TextField('What callbacks are signed with; shown only when the loop is created.', { optional: true })
  callbackSecret?: string;

  @IntegerField('How often the model may be called.')
  maxIterations: number;

  @IntegerField('Tokens that it may read and write; null: no limit.', { nullable: true })
  maxTokens: number | null;

  @IntegerField('Milliseconds that an execution may take.')
  timeoutMs: number;

  @TextField('Name of the model.', { nullable: true })
  model: string | null;

  @IntegerField('Id of the model.', { nullable: true })
  modelId: number | null;

  @NestedField('When it runs by itself; null: never.', () => AgentScheduleDto, { nullable: true })
  schedule: AgentScheduleDto | null;

  @EnumField('Whether its schedule begins executions.', LOOP_STATUSES)
  status: LoopStatus;

  @DateField('When it was made.')
  createdAt: string;

  @DateField('When it was last changed.')
  updatedAt: string;
}
