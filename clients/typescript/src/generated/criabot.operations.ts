/** Made by generate.mjs from docs/openapi; do not change it by hand. */
import type { Call, ListCall } from '../calls';
import type { Operations } from '../operations';
import type { operations } from './criabot.types';

export interface CriabotOperations {
  /** Show health: `GET /health` */
  showHealth: Call<operations['showHealth']>;
  /** Ping: `GET /health_check` */
  ping: Call<operations['ping']>;
  /** Start a chat: `POST /bots/chats/start` */
  startChat: Call<operations['startChat']>;
  /** Query a bot: `POST /bots/chats/{chat_id}/query` */
  queryBot: Call<operations['queryBot']>;
  /** Send a message: `POST /bots/chats/{chat_id}/send` */
  sendMessage: Call<operations['sendMessage']>;
  /** End a chat: `DELETE /bots/chats/{chat_id}/end` */
  endChat: Call<operations['endChat']>;
  /** Show the history of a chat: `GET /bots/chats/{chat_id}/history` */
  showHistoryOfChat: Call<operations['showHistoryOfChat']>;
  /** Check if a chat exists: `GET /bots/chats/{chat_id}/exists` */
  checkIfChatExists: Call<operations['checkIfChatExists']>;
  /** Create a bot: `POST /bots/{bot_name}/manage/create` */
  createBot: Call<operations['createBot']>;
  /** Configure a bot: `PATCH /bots/{bot_name}/manage/update` */
  configureBot: Call<operations['configureBot']>;
  /** Delete a bot: `DELETE /bots/{bot_name}/manage/delete` */
  deleteBot: Call<operations['deleteBot']>;
  /** Show a bot: `GET /bots/{bot_name}/manage/about` */
  showBot: Call<operations['showBot']>;
  /** Upload a document: `POST /bots/{bot_name}/documents/upload` */
  uploadDocument: Call<operations['uploadDocument']>;
  /** Update a document: `PATCH /bots/{bot_name}/documents/update` */
  updateDocument: Call<operations['updateDocument']>;
  /** Delete a document: `DELETE /bots/{bot_name}/documents/delete` */
  deleteDocument: Call<operations['deleteDocument']>;
  /** List documents: `GET /bots/{bot_name}/documents/list` */
  listDocuments: ListCall<operations['listDocuments'], 'document_names'>;
  /** Upload a question: `POST /bots/{bot_name}/questions/upload` */
  uploadQuestion: Call<operations['uploadQuestion']>;
  /** Update a question: `PATCH /bots/{bot_name}/questions/update` */
  updateQuestion: Call<operations['updateQuestion']>;
  /** Delete a question: `DELETE /bots/{bot_name}/questions/delete` */
  deleteQuestion: Call<operations['deleteQuestion']>;
  /** List questions: `GET /bots/{bot_name}/questions/list` */
  listQuestions: ListCall<operations['listQuestions'], 'document_names'>;
}

export const CRIABOT_OPERATIONS: Operations<keyof CriabotOperations> = {
  showHealth: {"route":"GET /health"},
  ping: {"route":"GET /health_check","answer":"text"},
  startChat: {"route":"POST /bots/chats/start"},
  queryBot: {"route":"POST /bots/chats/{chat_id}/query","body":"json"},
  sendMessage: {"route":"POST /bots/chats/{chat_id}/send","body":"json"},
  endChat: {"route":"DELETE /bots/chats/{chat_id}/end"},
  showHistoryOfChat: {"route":"GET /bots/chats/{chat_id}/history"},
  checkIfChatExists: {"route":"GET /bots/chats/{chat_id}/exists"},
  createBot: {"route":"POST /bots/{bot_name}/manage/create","body":"json"},
  configureBot: {"route":"PATCH /bots/{bot_name}/manage/update","body":"json"},
  deleteBot: {"route":"DELETE /bots/{bot_name}/manage/delete"},
  showBot: {"route":"GET /bots/{bot_name}/manage/about"},
  uploadDocument: {"route":"POST /bots/{bot_name}/documents/upload","body":"json"},
  updateDocument: {"route":"PATCH /bots/{bot_name}/documents/update","body":"json"},
  deleteDocument: {"route":"DELETE /bots/{bot_name}/documents/delete","query":["document_name"]},
  listDocuments: {"route":"GET /bots/{bot_name}/documents/list","query":["page","page_size"],"list":["page-size","document_names"]},
  uploadQuestion: {"route":"POST /bots/{bot_name}/questions/upload","body":"json"},
  updateQuestion: {"route":"PATCH /bots/{bot_name}/questions/update","body":"json"},
  deleteQuestion: {"route":"DELETE /bots/{bot_name}/questions/delete","query":["document_name"]},
  listQuestions: {"route":"GET /bots/{bot_name}/questions/list","query":["page","page_size"],"list":["page-size","document_names"]},
};
