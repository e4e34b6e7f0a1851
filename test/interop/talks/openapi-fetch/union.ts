import createClient from 'openapi-fetch';
import type { paths } from '../../generated/openapi-typescript/union';
import { present, QUESTION, type Server, type Talk } from '../talk';

/** A bot of the main API, read again by another; the paths are the same in every document. */
export async function talk({ baseUrl, apiKey }: Server): Promise<Talk> {
  const client = createClient<paths, 'application/json'>({ baseUrl, headers: { authorization: `Bearer ${apiKey}` } });
  const created = present((await client.POST('/api/v1/chatbots', { body: { name: 'Interop' } })).data).data;
  const params = { path: { id: created.id } };
  const listed = present((await client.GET('/api/v1/chatbots', { params: { query: { limit: 50 } } })).data);
  const bots = present((await client.GET('/v1/bots', { params: { query: { search: created.name } } })).data);
  const refused = await client.GET('/v1/bots/{id}', { params: { path: { id: 'bot_unknown' } } });
  const told = await client.POST('/api/v1/chatbots/{id}/conversation', { params, body: { message: QUESTION } });
  return {
    created: created.id,
    listed: listed.data.map(({ id }) => id),
    got: bots.data.some(({ name }) => name === created.name) ? created.id : '',
    refusal: present(refused.error).error.code,
    reply: present(told.data).data.text,
  };
}
