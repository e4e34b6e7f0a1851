import createClient from 'openapi-fetch';
import type { paths } from '../../generated/openapi-typescript/support';
import { present, QUESTION, type Server, type Talk } from '../talk';

export async function talk({ baseUrl, apiKey }: Server): Promise<Talk> {
  const client = createClient<paths, 'application/json'>({ baseUrl, headers: { authorization: `Bearer ${apiKey}` } });
  const body = { title: 'Interop', content: 'Delivery takes two days.' };
  const created = present((await client.POST('/api/v1/knowledge-base', { body })).data);
  const listed = present((await client.GET('/api/v1/knowledge-base')).data);
  const read = (id: string) =>
    client.GET('/api/v1/knowledge-base/{article_id}', { params: { path: { article_id: id } } });
  const told = await client.POST('/api/v1/conversations', { body: { message: QUESTION, user_id: 'user_1' } });
  return {
    created: created.article_id,
    listed: listed.articles.map(({ article_id }) => article_id),
    got: present((await read(created.article_id)).data).article_id,
    refusal: present((await read('kb_unknown')).error).error.code,
    reply: present(told.data).response,
  };
}
