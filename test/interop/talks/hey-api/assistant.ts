import { createDocument, getDocument, listDocuments, startChat } from '../../generated/hey-api/assistant';
import { client } from '../../generated/hey-api/assistant/client.gen';
import { present, QUESTION, type Server, type Talk } from '../talk';

export async function talk({ baseUrl, apiKey }: Server): Promise<Talk> {
  client.setConfig({ baseUrl, headers: { 'x-api-key': apiKey } });
  const created = present((await createDocument({ body: { title: 'Interop', content: '# Interop' } })).data);
  const listed = present((await listDocuments({ query: { limit: 50 } })).data);
  const read = (id: string) => getDocument({ path: { document_id: id } });
  const told = await startChat({ body: { message: QUESTION } });
  return {
    created: created.id,
    listed: listed.documents.map(({ id }) => id),
    got: present((await read(created.id)).data).id,
    refusal: present((await read('doc_unknown')).error).error.code,
    reply: present(told.data).message,
  };
}
