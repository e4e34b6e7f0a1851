import createClient from 'openapi-fetch';
import type { paths } from '../../generated/openapi-typescript/criabot';
import { present, QUESTION, type Server, type Talk } from '../talk';

export async function talk({ baseUrl, apiKey }: Server): Promise<Talk> {
  const client = createClient<paths, 'application/json'>({ baseUrl, headers: { 'x-api-key': apiKey } });
  const bot_name = `interop-${Date.now()}`;
  const params = { path: { bot_name } };
  const models = { llm_model_id: 1, embedding_model_id: 2, rerank_model_id: 3 };
  present((await client.POST('/bots/{bot_name}/manage/create', { params, body: models })).data);
  const file = { file_name: 'interop.json', file_contents: { nodes: [{ text: 'Delivery takes two days.' }] } };
  const stored = present((await client.POST('/bots/{bot_name}/documents/upload', { params, body: file })).data);
  const listed = present((await client.GET('/bots/{bot_name}/documents/list', { params })).data);
  const about = (name: string) => client.GET('/bots/{bot_name}/manage/about', { params: { path: { bot_name: name } } });
  const { chat_id } = present((await client.POST('/bots/chats/start')).data);
  const told = await client.POST('/bots/chats/{chat_id}/send', {
    params: { path: { chat_id } },
    body: { bot_name, prompt: QUESTION },
  });
  return {
    created: stored.document_name,
    listed: listed.document_names,
    got: present((await about(bot_name)).data) && stored.document_name,
    refusal: present((await about('unknown-bot')).error).code,
    reply: present(told.data).reply.content.content,
  };
}
