import { createChatCompletion, listModels, retrieveModel } from '../../generated/orval/openai';
import { QUESTION, type Server, type Talk } from '../talk';

/** Bots are models here, and made elsewhere. */
export async function talk({ apiKey }: Server): Promise<Talk> {
  const options = { headers: { authorization: `Bearer ${apiKey}` } };
  const models = await listModels(options);
  const listed = models.status === 200 ? models.data.data.map(({ id }) => id) : [];
  const model = listed[0] ?? '';
  const got = await retrieveModel(model, options);
  const refused = await retrieveModel('unknown-bot', options);
  const told = await createChatCompletion({ model, messages: [{ role: 'user', content: QUESTION }] }, options);
  return {
    created: model,
    listed,
    got: got.status === 200 ? got.data.id : '',
    refusal: refused.status === 404 ? String(refused.data.error.code) : '',
    reply: told.status === 200 ? (told.data.choices[0]?.message.content ?? '') : '',
  };
}
