import { must } from '../parley';
import type { Furnishing } from './furnished-team.types';

/** Everything that can be known: items, questions, documents, files, pages, an import, artifacts. */
export async function furnishKnowledge({ team: { asKey }, marker, things }: Furnishing): Promise<void> {
  const bot = `/api/v1/chatbots/${things.bot}`;
  const text = `The ${marker} costs three euros.`;
  const base = { name: `Base ${marker}`, items: [{ title: `Tea ${marker}`, content: text, tags: [marker] }] };
  const made = must(await asKey.post(`${bot}/knowledge-bases`, base), 201).body.data;
  Object.assign(things, { base: made.id, item: made.items[0].id });
  const ofBase = `/api/v1/knowledge-bases/${made.id}`;
  const question = { name: `q-${marker}`, phrasings: [`What is ${marker}?`], answer: `An ${marker}.` };
  things.question = must(await asKey.post(`${ofBase}/questions`, question), 201).body.data.id;
  const csv = asKey.with({ 'content-type': 'text/csv' });
  const rows = `title,content\nImported ${marker},Words ${marker}\n`;
  things.import = must(await csv.send('POST', `${ofBase}/import`, rows), 202).body.data.id;
  const document = { title: `Prices ${marker}`, content: text, type: 'text' };
  things.document = must(await asKey.post(`${bot}/documents`, document), 202).body.data.id;
  things.webSource = must(await asKey.post(`${bot}/web-sources`, { url: NO_SITE }), 201).body.data.id;
  const artifact = { title: `Draft ${marker}`, content: text, type: 'markdown' };
  things.artifact = must(await asKey.post('/api/v1/artifacts', artifact), 201).body.data.id;
  const form = new FormData();
  form.append('file', new Blob([`# ${marker}\n\n${text}`]), `${marker}.md`);
  things.file = must(await asKey.post('/api/files/upload', form), 201).body.id;
  const article = { title: `Article ${marker}`, content: text };
  things.article = must(await asKey.post('/api/v1/knowledge-base', article), 201).body.article_id;
}

/** Nothing listens there, so it fails at once. */
const NO_SITE = 'http://127.0.0.1:9/sitemap.xml';
