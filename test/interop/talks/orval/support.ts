import {
  addOrUpdateArticle,
  createConversationOrSendMessage,
  getArticle,
  listArticles,
} from '../../generated/orval/support';
import { QUESTION, type Server, type Talk } from '../talk';

export async function talk({ apiKey }: Server): Promise<Talk> {
  const options = { headers: { 'x-api-key': apiKey } };
  const created = await addOrUpdateArticle({ title: 'Interop', content: 'Delivery takes two days.' }, options);
  if (created.status !== 201) throw new Error(`Status ${created.status}`);
  const { article_id } = created.data;
  const listed = await listArticles(undefined, options);
  const got = await getArticle(article_id, options);
  const refused = await getArticle('kb_unknown', options);
  const told = await createConversationOrSendMessage({ message: QUESTION, user_id: 'user_1' }, options);
  return {
    created: article_id,
    listed: listed.status === 200 ? listed.data.articles.map((article) => article.article_id) : [],
    got: got.status === 200 ? got.data.article_id : '',
    refusal: refused.status === 404 ? refused.data.error.code : '',
    reply: told.status === 200 ? told.data.response : '',
  };
}
