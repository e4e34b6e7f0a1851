import { createChatCompletion, listModels, retrieveModel } from '../../generated/hey-api/openai';
import { client } from '../../generated/hey-api/openai/client.gen';
import { present, QUESTION, type Server, type Talk } from '../talk';

/** Bots are models here, and made elsewhere. */
export async function talk({ baseUrl, apiKey }: Server): Promise<Talk> {
  client.setConfig({ baseUrl, headers: { authorization: `Bearer ${apiKey}` } });
  const listed = present((await listModels()).data).data.map(({ id }) => id);
  const model = listed[0] ?? '';
  const read = (name: string) => retrieveModel({ path: { model: name } });
  const told = await createChatCompletion({ body: { model, messages: [{ role: 'user', content: QUESTION }] } });
  return {
    created: model,
    listed,
    got: present((await read(model)).data).id,
    refusal: String(present((await read('unknown-bot')).error).error.code),
    reply: present(told.data).choices[0]?.message.content ?? '',
  };
}
