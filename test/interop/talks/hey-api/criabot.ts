import {
  createBot,
  listDocuments,
  sendMessage,
  showBot,
  startChat,
  uploadDocument,
} from '../../generated/hey-api/criabot';
import { client } from '../../generated/hey-api/criabot/client.gen';
import { present, QUESTION, type Server, type Talk } from '../talk';

export async function talk({ baseUrl, apiKey }: Server): Promise<Talk> {
  client.setConfig({ baseUrl, headers: { 'x-api-key': apiKey } });
  const bot_name = `interop-${Date.now()}`;
  const path = { bot_name };
  present((await createBot({ path, body: { llm_model_id: 1, embedding_model_id: 2, rerank_model_id: 3 } })).data);
  const file = { file_name: 'interop.json', file_contents: { nodes: [{ text: 'Delivery takes two days.' }] } };
  const stored = present((await uploadDocument({ path, body: file })).data);
  const listed = present((await listDocuments({ path })).data);
  const about = (name: string) => showBot({ path: { bot_name: name } });
  const { chat_id } = present((await startChat()).data);
  const told = await sendMessage({ path: { chat_id }, body: { bot_name, prompt: QUESTION } });
  return {
    created: stored.document_name,
    listed: listed.document_names,
    got: present((await about(bot_name)).data) && stored.document_name,
    refusal: present((await about('unknown-bot')).error).code,
    reply: present(told.data).reply.content.content,
  };
}
