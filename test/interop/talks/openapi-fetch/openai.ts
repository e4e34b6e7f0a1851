import createClient from 'openapi-fetch';
import type { paths } from '../../generated/openapi-typescript/openai';
import { present, QUESTION, type Server, type Talk } from '../talk';

/** Bots are models here, and made elsewhere. */
export async function talk({ baseUrl, apiKey }: Server): Promise<Talk> {
  const client = createClient<paths, 'application/json'>({ baseUrl, headers: { authorization: `Bearer ${apiKey}` } });
  const listed = present((await client.GET('/openai/v1/models')).data).data.map(({ id }) => id);
  const model = listed[0] ?? '';
  const read = (name: string) => client.GET('/openai/v1/models/{model}', { params: { path: { model: name } } });
  const body = { model, messages: [{ role: 'user' as const, content: QUESTION }] };
  const told = await client.POST('/openai/v1/chat/completions', { body });
  return {
    created: model,
    listed,
    got: present((await read(model)).data).id,
    refusal: String(present((await read('unknown-bot')).error).error.code),
    reply: present(told.data).choices[0]?.message.content ?? '',
  };
}
