/** Made by generate.mjs from docs/openapi; do not change it by hand. */
import type { Call, ListCall } from '../calls';
import type { Operations } from '../operations';
import type { operations } from './support.types';

export interface SupportOperations {
  /** Create a conversation or send a message: `POST /api/v1/conversations` */
  createConversationOrSendMessage: Call<operations['createConversationOrSendMessage']>;
  /** Get a conversation: `GET /api/v1/conversations/{conversation_id}` */
  getConversation: Call<operations['getConversation']>;
  /** Submit feedback: `POST /api/v1/conversations/{conversation_id}/feedback` */
  submitFeedback: Call<operations['submitFeedback']>;
  /** Resolve a conversation: `POST /api/v1/conversations/{conversation_id}/resolve` */
  resolveConversation: Call<operations['resolveConversation']>;
  /** Ask for a person: `POST /api/v1/conversations/{conversation_id}/escalate` */
  askForPerson: Call<operations['askForPerson']>;
  /** Create a conversation: `POST /v1/conversations` */
  createConversation: Call<operations['createConversation']>;
  /** Add or update an article: `POST /api/v1/knowledge-base` */
  addOrUpdateArticle: Call<operations['addOrUpdateArticle']>;
  /** List articles: `GET /api/v1/knowledge-base` */
  listArticles: ListCall<operations['listArticles'], 'articles'>;
  /** Get an article: `GET /api/v1/knowledge-base/{article_id}` */
  getArticle: Call<operations['getArticle']>;
  /** Delete an article: `DELETE /api/v1/knowledge-base/{article_id}` */
  deleteArticle: Call<operations['deleteArticle']>;
  /** Get analytics: `GET /api/v1/analytics` */
  getAnalytics: Call<operations['getAnalytics']>;
  /** Get the chat widget: `GET /widget.js` */
  getChatWidget: Call<operations['getChatWidget']>;
}

export const SUPPORT_OPERATIONS: Operations<keyof SupportOperations> = {
  createConversationOrSendMessage: {"route":"POST /api/v1/conversations","body":"json"},
  getConversation: {"route":"GET /api/v1/conversations/{conversation_id}","query":["include","after","limit"]},
  submitFeedback: {"route":"POST /api/v1/conversations/{conversation_id}/feedback","body":"json"},
  resolveConversation: {"route":"POST /api/v1/conversations/{conversation_id}/resolve"},
  askForPerson: {"route":"POST /api/v1/conversations/{conversation_id}/escalate"},
  createConversation: {"route":"POST /v1/conversations","body":"json"},
  addOrUpdateArticle: {"route":"POST /api/v1/knowledge-base","body":"json"},
  listArticles: {"route":"GET /api/v1/knowledge-base","query":["page","limit"],"list":["page-total","articles"]},
  getArticle: {"route":"GET /api/v1/knowledge-base/{article_id}"},
  deleteArticle: {"route":"DELETE /api/v1/knowledge-base/{article_id}","answer":"none"},
  getAnalytics: {"route":"GET /api/v1/analytics","query":["start_date","end_date","metrics","group_by"]},
  getChatWidget: {"route":"GET /widget.js","answer":"text"},
};
