import createClient from 'openapi-fetch';
import type { paths } from '../../generated/openapi-typescript/platform';
import { present, QUESTION, type Server, type Talk, UNKNOWN } from '../talk';

export async function talk({ baseUrl, apiKey }: Server): Promise<Talk> {
  const client = createClient<paths, 'application/json'>({ baseUrl, headers: { 'x-api-key': apiKey } });
  const created = present((await client.POST('/api/v1/chatbots', { body: { name: 'Interop' } })).data).data;
  const params = { path: { id: created.id } };
  const listed = present((await client.GET('/api/v1/chatbots', { params: { query: { limit: 50 } } })).data);
  const got = present((await client.GET('/api/v1/chatbots/{id}', { params })).data);
  const refused = await client.GET('/api/v1/chatbots/{id}', { params: { path: { id: UNKNOWN } } });
  const told = await client.POST('/api/v1/chatbots/{id}/conversation', { params, body: { message: QUESTION } });
  return {
    created: created.id,
    listed: listed.data.map(({ id }) => id),
    got: got.data.id,
    refusal: present(refused.error).code,
    reply: present(told.data).data.text,
  };
}
