import {
  createBot,
  listDocuments,
  sendMessage,
  showBot,
  startChat,
  uploadDocument,
} from '../../generated/orval/criabot';
import { QUESTION, type Server, type Talk } from '../talk';

export async function talk({ apiKey }: Server): Promise<Talk> {
  const options = { headers: { 'x-api-key': apiKey } };
  const botName = `interop-${Date.now()}`;
  await createBot(botName, { llm_model_id: 1, embedding_model_id: 2, rerank_model_id: 3 }, options);
  const nodes = [{ text: 'Delivery takes two days.' }];
  const stored = await uploadDocument(botName, { file_name: 'interop.json', file_contents: { nodes } }, options);
  const listed = await listDocuments(botName, undefined, options);
  const got = await showBot(botName, options);
  const refused = await showBot('unknown-bot', options);
  const chat = await startChat(options);
  if (stored.status !== 200 || chat.status !== 200) throw new Error('An error came in place of an answer.');
  const told = await sendMessage(chat.data.chat_id, { bot_name: botName, prompt: QUESTION }, options);
  return {
    created: stored.data.document_name,
    listed: listed.status === 200 ? listed.data.document_names : [],
    got: got.status === 200 ? stored.data.document_name : '',
    refusal: refused.status === 404 ? refused.data.code : '',
    reply: told.status === 200 ? told.data.reply.content.content : '',
  };
}
