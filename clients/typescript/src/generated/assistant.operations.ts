/** Made by generate.mjs from docs/openapi; do not change it by hand. */
import type { Call, ListCall } from '../calls';
import type { Operations } from '../operations';
import type { operations } from './assistant.types';

export interface AssistantOperations {
  /** Start a chat: `POST /api/chat` */
  startChat: Call<operations['startChat']>;
  /** Continue a chat: `POST /api/chat/{chat_id}/messages` */
  continueChat: Call<operations['continueChat']>;
  /** Get the history of a chat: `GET /api/chat/{chat_id}/history` */
  getHistoryOfChat: Call<operations['getHistoryOfChat']>;
  /** Complete a chat: `POST /api/chat/{chat_id}/complete` */
  completeChat: Call<operations['completeChat']>;
  /** Create a document: `POST /api/documents` */
  createDocument: Call<operations['createDocument']>;
  /** List documents: `GET /api/documents` */
  listDocuments: ListCall<operations['listDocuments'], 'documents'>;
  /** Get a document: `GET /api/documents/{document_id}` */
  getDocument: Call<operations['getDocument']>;
  /** Update a document: `PUT /api/documents/{document_id}` */
  updateDocument: Call<operations['updateDocument']>;
  /** Upload a file: `POST /api/files/upload` */
  uploadFile: Call<operations['uploadFile']>;
  /** List files: `GET /api/files` */
  listFiles: ListCall<operations['listFiles'], 'files'>;
  /** Get a file: `GET /api/files/{file_id}` */
  getFile: Call<operations['getFile']>;
  /** Delete a file: `DELETE /api/files/{file_id}` */
  deleteFile: Call<operations['deleteFile']>;
  /** Get the status of a file: `GET /api/files/{file_id}/status` */
  getStatusOfFile: Call<operations['getStatusOfFile']>;
  /** Download a file: `GET /api/files/{file_id}/content` */
  downloadFile: Call<operations['downloadFile']>;
  /** Add knowledge: `POST /api/knowledge` */
  addKnowledge: Call<operations['addKnowledge']>;
  /** Search the knowledge: `POST /api/knowledge/search` */
  searchKnowledge: Call<operations['searchKnowledge']>;
  /** Configure a webhook: `POST /api/webhooks` */
  configureWebhook: Call<operations['configureWebhook']>;
  /** List webhooks: `GET /api/webhooks` */
  listWebhooks: Call<operations['listWebhooks']>;
  /** Remove a webhook: `DELETE /api/webhooks/{id}` */
  removeWebhook: Call<operations['removeWebhook']>;
}

export const ASSISTANT_OPERATIONS: Operations<keyof AssistantOperations> = {
  startChat: {"route":"POST /api/chat","body":"json"},
  continueChat: {"route":"POST /api/chat/{chat_id}/messages","body":"json"},
  getHistoryOfChat: {"route":"GET /api/chat/{chat_id}/history"},
  completeChat: {"route":"POST /api/chat/{chat_id}/complete"},
  createDocument: {"route":"POST /api/documents","body":"json"},
  listDocuments: {"route":"GET /api/documents","query":["limit","offset","type","search"],"list":["offset","documents"]},
  getDocument: {"route":"GET /api/documents/{document_id}"},
  updateDocument: {"route":"PUT /api/documents/{document_id}","body":"json","isIdempotent":false},
  uploadFile: {"route":"POST /api/files/upload","body":"form"},
  listFiles: {"route":"GET /api/files","query":["limit","offset","status"],"list":["offset","files"]},
  getFile: {"route":"GET /api/files/{file_id}"},
  deleteFile: {"route":"DELETE /api/files/{file_id}","answer":"none"},
  getStatusOfFile: {"route":"GET /api/files/{file_id}/status"},
  downloadFile: {"route":"GET /api/files/{file_id}/content","answer":"bytes"},
  addKnowledge: {"route":"POST /api/knowledge","body":"json"},
  searchKnowledge: {"route":"POST /api/knowledge/search","body":"json","isIdempotent":true},
  configureWebhook: {"route":"POST /api/webhooks","body":"json"},
  listWebhooks: {"route":"GET /api/webhooks"},
  removeWebhook: {"route":"DELETE /api/webhooks/{id}","answer":"none"},
};
