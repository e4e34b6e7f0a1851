import createClient from 'openapi-fetch';
import type { paths } from '../../generated/openapi-typescript/assistant';
import { present, QUESTION, type Server, type Talk } from '../talk';

export async function talk({ baseUrl, apiKey }: Server): Promise<Talk> {
  const client = createClient<paths, 'application/json'>({ baseUrl, headers: { authorization: `Bearer ${apiKey}` } });
  const body = { title: 'Interop', content: '# Interop' };
  const created = present((await client.POST('/api/documents', { body })).data);
  const listed = present((await client.GET('/api/documents', { params: { query: { limit: 50 } } })).data);
  const read = (id: string) => client.GET('/api/documents/{document_id}', { params: { path: { document_id: id } } });
  const told = await client.POST('/api/chat', { body: { message: QUESTION } });
  return {
    created: created.id,
    listed: listed.documents.map(({ id }) => id),
    got: present((await read(created.id)).data).id,
    refusal: present((await read('doc_unknown')).error).error.code,
    reply: present(told.data).message,
  };
}
