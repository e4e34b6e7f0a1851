import createClient from 'openapi-fetch';
import type { paths } from '../../generated/openapi-typescript/manager';
import { present, QUESTION, type Server, type Talk } from '../talk';

export async function talk({ baseUrl, apiKey }: Server): Promise<Talk> {
  const client = createClient<paths, 'application/json'>({ baseUrl, headers: { authorization: `Bearer ${apiKey}` } });
  const created = present((await client.POST('/v1/bots', { body: { name: 'Interop' } })).data).data;
  const listed = present((await client.GET('/v1/bots', { params: { query: { per_page: 50 } } })).data);
  const read = (id: string) => client.GET('/v1/bots/{id}', { params: { path: { id } } });
  const loop = { name: 'Interop', system_prompt: 'You answer.', user_message: QUESTION };
  const { id } = present((await client.POST('/v1/agent-loops', { body: loop })).data).data;
  const run = await client.POST('/v1/agent-loops/{id}/run', { params: { path: { id } }, body: {} });
  return {
    created: created.id,
    listed: listed.data.map((bot) => bot.id),
    got: present((await read(created.id)).data).data.id,
    refusal: present((await read('bot_unknown')).error).error.code,
    reply: present(run.data).data.status,
  };
}
