import { createDocument, getDocument, listDocuments, startChat } from '../../generated/orval/assistant';
import { QUESTION, type Server, type Talk } from '../talk';

export async function talk({ apiKey }: Server): Promise<Talk> {
  const options = { headers: { 'x-api-key': apiKey } };
  const created = await createDocument({ title: 'Interop', content: '# Interop' }, options);
  if (created.status !== 201) throw new Error(created.data.error.message);
  const { id } = created.data;
  const listed = await listDocuments({ limit: 50 }, options);
  const got = await getDocument(id, options);
  const refused = await getDocument('doc_unknown', options);
  const told = await startChat({ message: QUESTION }, options);
  return {
    created: id,
    listed: listed.status === 200 ? listed.data.documents.map((document) => document.id) : [],
    got: got.status === 200 ? got.data.id : '',
    refusal: refused.status === 404 ? refused.data.error.code : '',
    reply: told.status === 200 ? told.data.message : '',
  };
}
