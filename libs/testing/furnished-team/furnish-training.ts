import { randomBytes } from 'node:crypto';
import { eventually } from '../eventually';
import { must } from '../parley';
import type { Furnishing } from './furnished-team.types';

/** What a bot has learned, and learns from: a dataset, a trained model, learning items, what is known of an end user. */
export async function furnishTraining({ team: { asKey }, marker, things }: Furnishing): Promise<void> {
  const bot = `/api/v1/chatbots/${things.bot}`;
  const example = { input: `good ${marker}`, output: `Good ${marker}!`, intent: 'greeting' };
  const dataset = { name: `Set ${marker}`, examples: [example] };
  const made = must(await asKey.post(`${bot}/training/datasets`, dataset), 201).body.data;
  Object.assign(things, { dataset: made.id, example: made.examples[0].id });
  const session = must(await asKey.post(`${bot}/training/sessions`, { datasetId: made.id }), 201).body.data;
  things.session = session.id;
  const models = () => asKey.get(`${bot}/training/models`);
  const [trained] = await eventually(async () => {
    const { data } = must(await models(), 200).body;
    return data.length > 0 && data;
  });
  things.trainedModel = String(trained.version);
  const lesson = { type: 'query_response', query: `Do you ship ${marker}?`, response: `Yes, ${marker}.` };
  things.learningItem = must(await asKey.post(`${bot}/learning`, lesson), 201).body.data.id;
  things.endUser = `user-${randomBytes(6).toString('hex')}`;
  const of = (kind: string) => `${bot}/${kind}/${things.endUser}`;
  must(await asKey.post(of('context'), { context: { plan: marker } }), 200);
  things.topic = must(await asKey.post(of('topics'), { name: `billing ${marker}` }), 201).body.data.id;
  const entity = { type: 'product', value: `phone ${marker}` };
  things.entity = must(await asKey.post(of('entities'), entity), 201).body.data.id;
  const list = { type: 'product', values: [{ value: `lamp ${marker}`, synonyms: [`light ${marker}`] }] };
  things.entityList = must(await asKey.post('/api/v1/entity-lists', list), 201).body.data.id;
}
