import { LOOP_LIMITS, LOOP_STATUSES, type LoopStatus, MCP_SERVER_TYPES, type McpServerType } from '#domain/agents';
import {
  AllOptional,
  DateField,
  EnumField,
  IntegerField,
  NestedField,
  NestedListField,
  ObjectField,
  TextField,
  TextListField,
} from '#infra/http';
import { SECOND_MS } from '#kernel';
import { ListQuery } from './manager.paging';

const { iterations, tokens, timeoutMs } = LOOP_LIMITS;
const BOT_EXAMPLE = 'bot_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b';

const SERVERS =
  'Tool servers that it may use. Those of other types than `http`, and those without a url, are kept and not reached.';
const CALLBACK =
  'Where the end of an execution is told, with POST; signed with `callback_secret` in `X-Webhook-Signature`.';
const CALLBACK_HEADERS = 'Headers that are sent along; values are masked where they are shown.';
const MODEL = 'Name of the model; the default of this server unless given.';
const STATUS = 'A paused loop is not begun by its schedule, and can be run by hand.';

export class McpServer {
  @EnumField('What it gives access to.', MCP_SERVER_TYPES, { example: 'http' })
  type: McpServerType;

  @TextField('Its name, unique in the loop.', { maxLength: LOOP_LIMITS.nameLength, example: 'HTTP Client' })
  name: string;

  @TextField('Address of a server that speaks the Model Context Protocol.', {
    optional: true,
    nullable: true,
    maxLength: LOOP_LIMITS.urlLength,
  })
  url?: string | null;

  @ObjectField(CALLBACK_HEADERS, { optional: true, nullable: true })
  headers?: Record<string, unknown> | null;
}

export class LoopScheduleInput {
  @TextField('When it runs, as cron says it: five fields, or six with seconds first.', {
    maxLength: LOOP_LIMITS.cronLength,
    example: '0 9 * * 1-5',
  })
  cron: string;

  @TextField('Time zone of these times; UTC unless given.', {
    optional: true,
    nullable: true,
    example: 'Europe/Berlin',
  })
  time_zone?: string | null;
}

export class CreateAgentLoop {
  @TextField('Its name.', { maxLength: LOOP_LIMITS.nameLength, example: 'Daily Sales Report' })
  name: string;

  @TextField('Who the agent is, and what it must mind.', {
    maxLength: LOOP_LIMITS.systemPromptLength,
    example: 'You are a data analyst.',
  })
  system_prompt: string;

  @TextField('What it is to do; `{{names}}` are filled in by `variables` of a run.', {
    maxLength: LOOP_LIMITS.userMessageLength,
    example: "Generate today's sales report and send it to the team.",
  })
  user_message: string;

  @NestedListField(SERVERS, () => McpServer, {
    optional: true,
    nullable: true,
    maxItems: LOOP_LIMITS.mcpServers,
    default: [],
    example: [{ type: 'http', name: 'HTTP Client' }],
  })
  mcp_servers?: McpServer[] | null;

  @TextField(CALLBACK, { optional: true, nullable: true, maxLength: LOOP_LIMITS.urlLength })
  callback_url?: string | null;

  @ObjectField(CALLBACK_HEADERS, { optional: true, nullable: true })
  callback_headers?: Record<string, unknown> | null;

  @IntegerField('Calls of the model that it may make.', { optional: true, ...iterations })
  max_iterations?: number;

  @IntegerField('Tokens that all calls of an execution may use together; no limit unless given.', {
    optional: true,
    nullable: true,
    ...tokens,
  })
  max_tokens?: number | null;

  @TextField(MODEL, { optional: true, nullable: true, maxLength: LOOP_LIMITS.modelLength })
  model?: string | null;

  @IntegerField('Id of a model of this server; goes before `model`.', { optional: true, nullable: true, min: 1 })
  model_id?: number | null;

  @IntegerField('Seconds that an execution may take.', {
    optional: true,
    min: timeoutMs.min / SECOND_MS,
    max: timeoutMs.max / SECOND_MS,
    default: timeoutMs.default / SECOND_MS,
  })
  timeout?: number;

  @TextListField('Installed plugins whose tools it may use, by their ids in the main API.', {
    optional: true,
    nullable: true,
    maxItems: LOOP_LIMITS.pluginIds,
    maxLength: 64,
  })
  plugin_ids?: string[] | null;

  @TextField('The bot whose knowledge it may search.', { optional: true, nullable: true, example: BOT_EXAMPLE })
  knowledge_bot_id?: string | null;

  @NestedField('When it runs by itself.', () => LoopScheduleInput, { optional: true, nullable: true })
  schedule?: LoopScheduleInput | null;

  @EnumField(STATUS, LOOP_STATUSES, { optional: true, default: 'active' })
  status?: LoopStatus;
}

export class UpdateAgentLoop extends AllOptional(CreateAgentLoop) {}

export class AgentLoopQuery extends ListQuery {
  @EnumField('Only these.', LOOP_STATUSES, { optional: true })
  status?: LoopStatus;

  @TextField('Part of the name.', { optional: true, maxLength: LOOP_LIMITS.nameLength })
  search?: string;
}

export class LoopSchedule {
  @TextField('When it runs, as cron says it.')
  cron: string;

  @TextField('Time zone of these times.')
  time_zone: string;

  @DateField('When it runs next; null when it does not.', { nullable: true })
  next_run_at: string | null;
}

export class AgentLoop {
  @TextField('The agent loop.', { example: 'loop_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b' })
  id: string;

  @TextField('Its name.')
  name: string;

  @TextField('Who the agent is, and what it must mind.')
  system_prompt: string;

  @TextField('What it is to do.')
  user_message: string;

  @NestedListField(SERVERS, () => McpServer)
  mcp_servers: McpServer[];

  @TextField(CALLBACK, { nullable: true })
  callback_url: string | null;

  @ObjectField(CALLBACK_HEADERS)
  callback_headers: Record<string, string>;

  @IntegerField('Calls of the model that it may make.', { min: 1 })
  max_iterations: number;

  @IntegerField('Tokens that all calls of an execution may use together; null: no limit.', { nullable: true, min: 1 })
  max_tokens: number | null;

  @TextField(MODEL, { nullable: true })
  model: string | null;

  @IntegerField('Id of a model of this server.', { nullable: true, min: 1 })
  model_id: number | null;

  @IntegerField('Seconds that an execution may take.', { min: 1 })
  timeout: number;

  @TextListField('Installed plugins whose tools it may use.')
  plugin_ids: string[];

  @TextField('The bot whose knowledge it may search.', { nullable: true, example: BOT_EXAMPLE })
  knowledge_bot_id: string | null;

  @NestedField('When it runs by itself; null when it does not.', () => LoopSchedule, { nullable: true })
  schedule: LoopSchedule | null;

  @EnumField(STATUS, LOOP_STATUSES)
  status: LoopStatus;

  @DateField('When it was made.')
  created_at: string;

  @DateField('When it was last changed.')
  updated_at: string;
}

export class CreatedAgentLoop extends AgentLoop {
  @TextField('Signs its callbacks. It is shown in this answer and never again.')
  callback_secret: string;
}
