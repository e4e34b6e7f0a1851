import type { AgentLoop } from '#domain/agents';
import { InputPipe } from '#infra/http';
import { CreateAgentLoop, UpdateAgentLoop } from './agent-loops.dto';
import { toAgentLoopInput, toCreatedAgentLoop } from './agent-loops.mapper';

const KEY = '0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b';
const HEX = KEY.replaceAll('-', '');
const TIME = '1970-01-01T00:00:00.000Z';
const pipe = new InputPipe();

const LOOP: AgentLoop = {
  id: KEY,
  teamId: KEY,
  name: 'Daily Sales Report',
  systemPrompt: 'You are a data analyst.',
  userMessage: 'Report.',
  mcpServers: [{ type: 'http', name: 'HTTP Client' }],
  pluginIds: [],
  knowledgeBotId: KEY,
  callbackUrl: null,
  callbackHeaders: {},
  maxIterations: 5,
  maxTokens: null,
  timeoutMs: 300_000,
  model: null,
  modelId: null,
  schedule: { cron: '0 9 * * *', timeZone: 'Europe/Berlin', nextRunAt: new Date(0) },
  status: 'active',
  createdAt: new Date(0),
  updatedAt: new Date(0),
};

test('a new loop is shown with the secret of its callbacks', () => {
  expect(toCreatedAgentLoop({ loop: LOOP, callbackSecret: 'secret' })).toEqual({
    id: `loop_${HEX}`,
    name: 'Daily Sales Report',
    system_prompt: 'You are a data analyst.',
    user_message: 'Report.',
    mcp_servers: [{ type: 'http', name: 'HTTP Client' }],
    callback_url: null,
    callback_headers: {},
    max_iterations: 5,
    max_tokens: null,
    model: null,
    model_id: null,
    timeout: 300,
    plugin_ids: [],
    knowledge_bot_id: `bot_${HEX}`,
    schedule: { cron: '0 9 * * *', time_zone: 'Europe/Berlin', next_run_at: TIME },
    status: 'active',
    created_at: TIME,
    updated_at: TIME,
    callback_secret: 'secret',
  });
});

test('what is given is said in the words of the domain, and nothing of what is absent', () => {
  const body = {
    name: 'A',
    system_prompt: 'B',
    user_message: 'C',
    mcp_servers: [{ type: 'http', name: 'D', url: 'https://tools.example/mcp', headers: { a: 'b' } }],
    callback_url: 'https://app.example/done',
    timeout: 60,
    knowledge_bot_id: `bot_${HEX}`,
    schedule: { cron: '0 9 * * *', time_zone: 'Europe/Berlin' },
  };
  const read: CreateAgentLoop = pipe.transform(body, { type: 'body', metatype: CreateAgentLoop });
  expect(toAgentLoopInput(read)).toEqual({
    name: 'A',
    systemPrompt: 'B',
    userMessage: 'C',
    mcpServers: body.mcp_servers,
    callbackUrl: body.callback_url,
    timeoutMs: 60_000,
    knowledgeBotId: KEY,
    schedule: { cron: '0 9 * * *', timeZone: 'Europe/Berlin' },
  });
});

test('an update clears what is null', () => {
  const body = { schedule: null, knowledge_bot_id: null, callback_url: null, max_tokens: null };
  const read: UpdateAgentLoop = pipe.transform(body, { type: 'body', metatype: UpdateAgentLoop });
  expect(toAgentLoopInput(read)).toEqual({
    schedule: null,
    knowledgeBotId: null,
    callbackUrl: null,
    maxTokens: null,
  });
  expect(toAgentLoopInput({})).toEqual({});
});
