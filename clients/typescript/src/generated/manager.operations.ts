/** Made by generate.mjs from docs/openapi; do not change it by hand. */
import type { Call, ListCall } from '../calls';
import type { Operations } from '../operations';
import type { operations } from './manager.types';

export interface ManagerOperations {
  /** List bots: `GET /v1/bots` */
  listBots: ListCall<operations['listBots'], 'data'>;
  /** Create a bot: `POST /v1/bots` */
  createBot: Call<operations['createBot']>;
  /** Get a bot: `GET /v1/bots/{id}` */
  getBot: Call<operations['getBot']>;
  /** Update a bot: `PATCH /v1/bots/{id}` */
  updateBot: Call<operations['updateBot']>;
  /** Delete a bot: `DELETE /v1/bots/{id}` */
  deleteBot: Call<operations['deleteBot']>;
  /** Compare integrations: `GET /v1/bots/{bot_id}/integrations/report` */
  compareIntegrations: Call<operations['compareIntegrations']>;
  /** List integrations: `GET /v1/bots/{bot_id}/integrations` */
  listIntegrations: ListCall<operations['listIntegrations'], 'data'>;
  /** Create an integration: `POST /v1/bots/{bot_id}/integrations` */
  createIntegration: Call<operations['createIntegration']>;
  /** Get an integration: `GET /v1/integrations/{id}` */
  getIntegration: Call<operations['getIntegration']>;
  /** Update an integration: `PATCH /v1/integrations/{id}` */
  updateIntegration: Call<operations['updateIntegration']>;
  /** Delete an integration: `DELETE /v1/integrations/{id}` */
  deleteIntegration: Call<operations['deleteIntegration']>;
  /** Get the health of an integration: `GET /v1/integrations/{id}/health` */
  getHealthOfIntegration: Call<operations['getHealthOfIntegration']>;
  /** List channels: `GET /v1/bots/{bot_id}/channels` */
  listChannels: ListCall<operations['listChannels'], 'data'>;
  /** Create a channel: `POST /v1/bots/{bot_id}/channels` */
  createChannel: Call<operations['createChannel']>;
  /** Get a channel: `GET /v1/channels/{id}` */
  getChannel: Call<operations['getChannel']>;
  /** Update a channel: `PATCH /v1/channels/{id}` */
  updateChannel: Call<operations['updateChannel']>;
  /** Delete a channel: `DELETE /v1/channels/{id}` */
  deleteChannel: Call<operations['deleteChannel']>;
  /** Reconnect a channel: `POST /v1/channels/{id}/reconnect` */
  reconnectChannel: Call<operations['reconnectChannel']>;
  /** Receive a channel event: `POST /v1/channels/{id}/webhook` */
  receiveChannelEvent: Call<operations['receiveChannelEvent']>;
  /** Verify the address of a channel: `GET /v1/channels/{id}/webhook` */
  verifyAddressOfChannel: Call<operations['verifyAddressOfChannel']>;
  /** List conversations: `GET /v1/bots/{bot_id}/conversations` */
  listConversations: ListCall<operations['listConversations'], 'data'>;
  /** Get a conversation: `GET /v1/conversations/{id}` */
  getConversation: Call<operations['getConversation']>;
  /** Delete a conversation: `DELETE /v1/conversations/{id}` */
  deleteConversation: Call<operations['deleteConversation']>;
  /** List messages: `GET /v1/conversations/{id}/messages` */
  listMessages: ListCall<operations['listMessages'], 'data'>;
  /** List agent loops: `GET /v1/agent-loops` */
  listAgentLoops: ListCall<operations['listAgentLoops'], 'data'>;
  /** Create an agent loop: `POST /v1/agent-loops` */
  createAgentLoop: Call<operations['createAgentLoop']>;
  /** Get an agent loop: `GET /v1/agent-loops/{id}` */
  getAgentLoop: Call<operations['getAgentLoop']>;
  /** Update an agent loop: `PATCH /v1/agent-loops/{id}` */
  updateAgentLoop: Call<operations['updateAgentLoop']>;
  /** Delete an agent loop: `DELETE /v1/agent-loops/{id}` */
  deleteAgentLoop: Call<operations['deleteAgentLoop']>;
  /** Run an agent loop: `POST /v1/agent-loops/{id}/run` */
  runAgentLoop: Call<operations['runAgentLoop']>;
  /** List executions: `GET /v1/agent-loops/{id}/executions` */
  listExecutions: ListCall<operations['listExecutions'], 'data'>;
  /** Get an execution: `GET /v1/agent-loops/{id}/executions/{execution_id}` */
  getExecution: Call<operations['getExecution']>;
  /** Cancel an execution: `POST /v1/agent-loops/{id}/executions/{execution_id}/cancel` */
  cancelExecution: Call<operations['cancelExecution']>;
  /** Register a webhook: `POST /v1/webhooks` */
  registerWebhook: Call<operations['registerWebhook']>;
  /** List webhooks: `GET /v1/webhooks` */
  listWebhooks: ListCall<operations['listWebhooks'], 'data'>;
  /** Remove a webhook: `DELETE /v1/webhooks/{id}` */
  removeWebhook: Call<operations['removeWebhook']>;
}

export const MANAGER_OPERATIONS: Operations<keyof ManagerOperations> = {
  listBots: {"route":"GET /v1/bots","query":["page","per_page","search","status"],"list":["page-per-page","data"]},
  createBot: {"route":"POST /v1/bots","body":"json"},
  getBot: {"route":"GET /v1/bots/{id}"},
  updateBot: {"route":"PATCH /v1/bots/{id}","body":"json"},
  deleteBot: {"route":"DELETE /v1/bots/{id}"},
  compareIntegrations: {"route":"GET /v1/bots/{bot_id}/integrations/report","query":["from","to"]},
  listIntegrations: {"route":"GET /v1/bots/{bot_id}/integrations","query":["page","per_page"],"list":["page-per-page","data"]},
  createIntegration: {"route":"POST /v1/bots/{bot_id}/integrations","body":"json"},
  getIntegration: {"route":"GET /v1/integrations/{id}"},
  updateIntegration: {"route":"PATCH /v1/integrations/{id}","body":"json"},
  deleteIntegration: {"route":"DELETE /v1/integrations/{id}"},
  getHealthOfIntegration: {"route":"GET /v1/integrations/{id}/health"},
  listChannels: {"route":"GET /v1/bots/{bot_id}/channels","query":["page","per_page"],"list":["page-per-page","data"]},
  createChannel: {"route":"POST /v1/bots/{bot_id}/channels","body":"json"},
  getChannel: {"route":"GET /v1/channels/{id}"},
  updateChannel: {"route":"PATCH /v1/channels/{id}","body":"json"},
  deleteChannel: {"route":"DELETE /v1/channels/{id}"},
  reconnectChannel: {"route":"POST /v1/channels/{id}/reconnect"},
  receiveChannelEvent: {"route":"POST /v1/channels/{id}/webhook","body":"json","isIdempotent":false},
  verifyAddressOfChannel: {"route":"GET /v1/channels/{id}/webhook","answer":"text"},
  listConversations: {"route":"GET /v1/bots/{bot_id}/conversations","query":["page","per_page","platform","channel_id","user_id","status","from","to"],"list":["page-per-page","data"]},
  getConversation: {"route":"GET /v1/conversations/{id}"},
  deleteConversation: {"route":"DELETE /v1/conversations/{id}"},
  listMessages: {"route":"GET /v1/conversations/{id}/messages","query":["page","per_page"],"list":["page-per-page","data"]},
  listAgentLoops: {"route":"GET /v1/agent-loops","query":["page","per_page","status","search"],"list":["page-per-page","data"]},
  createAgentLoop: {"route":"POST /v1/agent-loops","body":"json"},
  getAgentLoop: {"route":"GET /v1/agent-loops/{id}"},
  updateAgentLoop: {"route":"PATCH /v1/agent-loops/{id}","body":"json"},
  deleteAgentLoop: {"route":"DELETE /v1/agent-loops/{id}"},
  runAgentLoop: {"route":"POST /v1/agent-loops/{id}/run","body":"json"},
  listExecutions: {"route":"GET /v1/agent-loops/{id}/executions","query":["page","per_page","status"],"list":["page-per-page","data"]},
  getExecution: {"route":"GET /v1/agent-loops/{id}/executions/{execution_id}"},
  cancelExecution: {"route":"POST /v1/agent-loops/{id}/executions/{execution_id}/cancel"},
  registerWebhook: {"route":"POST /v1/webhooks","body":"json"},
  listWebhooks: {"route":"GET /v1/webhooks","query":["page","per_page"],"list":["page-per-page","data"]},
  removeWebhook: {"route":"DELETE /v1/webhooks/{id}"},
};
