import {
  addOrUpdateArticle,
  createConversationOrSendMessage,
  getArticle,
  listArticles,
} from '../../generated/hey-api/support';
import { client } from '../../generated/hey-api/support/client.gen';
import { present, QUESTION, type Server, type Talk } from '../talk';

export async function talk({ baseUrl, apiKey }: Server): Promise<Talk> {
  client.setConfig({ baseUrl, headers: { 'x-api-key': apiKey } });
  const body = { title: 'Interop', content: 'Delivery takes two days.' };
  const created = present((await addOrUpdateArticle({ body })).data);
  const listed = present((await listArticles()).data);
  const read = (id: string) => getArticle({ path: { article_id: id } });
  const told = await createConversationOrSendMessage({ body: { message: QUESTION, user_id: 'user_1' } });
  return {
    created: created.article_id,
    listed: listed.articles.map(({ article_id }) => article_id),
    got: present((await read(created.article_id)).data).article_id,
    refusal: present((await read('kb_unknown')).error).error.code,
    reply: present(told.data).response,
  };
}
