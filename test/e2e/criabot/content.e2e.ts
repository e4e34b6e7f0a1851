import { must, registerTeam, type SharedInstallation, sharedInstallation } from '#testing/parley';
import { BOT_NOT_FOUND, BotClient, failure, newName, openBot, success } from './criabot-client';

const STORED = "Successfully added to the index. Save the 'document_name' field to be able to update it!";
const DOCUMENT = {
  file_name: 'my-test-document.json',
  file_contents: { nodes: [{ text: 'This is a test node.', metadata: {} }], assets: [] },
  file_metadata: {},
};
const QUESTION = {
  file_name: 'my-test-question.json',
  file_contents: { questions: ['What is the capital of France?'], answer: 'Paris' },
  file_metadata: {},
};
const documentOf = (file_name: string, ...texts: string[]) => ({
  file_name,
  file_contents: { nodes: texts.map((text) => ({ text })) },
});

describe('the content of bots', () => {
  let parley: SharedInstallation;

  beforeAll(async () => {
    parley = await sharedInstallation();
  });

  const openDocuments = async () => {
    const opened = await openBot(parley);
    const { asKey } = opened.team;
    const [{ id }] = must(await asKey.get(`/api/v1/chatbots?search=${opened.bot.name}`), 200).body.data;
    const [base] = must(await asKey.get(`/api/v1/chatbots/${id}/knowledge-bases`), 200).body.data;
    const hits = async (query: string) =>
      must(await asKey.get(`/api/v1/knowledge-bases/${base.id}/search?query=${encodeURIComponent(query)}`), 200).body
        .data;
    return { ...opened, botId: id as string, baseId: base.id as string, hits };
  };

  describe.each([['documents', DOCUMENT] as const, ['questions', QUESTION] as const])('%s', (kind, example) => {
    const name = example.file_name;
    const absent = failure(404, 'NOT_FOUND');

    test('are uploaded, updated, listed and deleted by name', async () => {
      const { own: bot } = await openBot(parley);
      expect((await bot.upload(kind, example)).body).toEqual(
        success(STORED, { document_name: name, token_usage: expect.any(Number) }),
      );
      expect((await bot.list(kind)).body).toEqual(
        success('Successfully retrieved all documents names.', { document_names: [name] }),
      );
      expect((await bot.change(kind, example)).body).toEqual(
        success('Successfully updated the document.', { document_name: name, token_usage: expect.any(Number) }),
      );
      expect((await bot.remove(kind, name)).body).toEqual(
        success('Successfully deleted the documents from the index.'),
      );
      expect(await bot.names(kind)).toEqual([]);
    });

    test('that are not there cannot be updated or deleted', async () => {
      const { own: bot } = await openBot(parley);
      expect((await bot.change(kind, example)).body).toEqual(absent);
      expect((await bot.remove(kind, name)).body).toEqual(absent);
      const unnamed = await bot.send('DELETE', `${kind}/delete`);
      expect(unnamed.body).toEqual(
        failure(422, 'ERROR', {
          detail: [{ loc: ['query', 'document_name'], msg: expect.any(String), type: 'missing' }],
        }),
      );
    });

    test('have names of their own, also when many come at once', async () => {
      const { own: bot } = await openBot(parley);
      const answers = await Promise.all(Array.from({ length: 5 }, () => bot.upload(kind, example)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
      for (const { status, body } of answers) if (status === 409) expect(body).toEqual(failure(409, 'DUPLICATE'));
      const other = kind === 'documents' ? 'questions' : 'documents';
      must(await bot.upload(other, { ...(kind === 'documents' ? QUESTION : DOCUMENT), file_name: name }), 200);
      must(await bot.remove(kind, name), 200);
      expect([await bot.names(kind), await bot.names(other)]).toEqual([[], [name]]);
    });

    test.each(['with spaces & marks?#%', 'dir/file name.txt', 'Ünïcödé 日本語 🤖.json'])(
      'are named as their sender likes: %s',
      async (file_name) => {
        const { own: bot } = await openBot(parley);
        must(await bot.upload(kind, { ...example, file_name }), 200);
        must(await bot.change(kind, { ...example, file_name }), 200);
        expect(await bot.names(kind)).toEqual([file_name]);
        must(await bot.remove(kind, file_name), 200);
      },
    );

    test('are listed oldest first, all of them or page by page', async () => {
      const { own: bot } = await openBot(parley);
      for (const file_name of ['c', 'a', 'b']) must(await bot.upload(kind, { ...example, file_name }), 200);
      expect(await bot.names(kind)).toEqual(['c', 'a', 'b']);
      expect(await bot.names(kind, '?page=2&page_size=2')).toEqual(['b']);
      expect(await bot.names(kind, '?page_size=1')).toEqual(['c']);
      expect(await bot.names(kind, '?page=2')).toEqual([]);
      const wrong = await bot.list(kind, '?page=0&page_size=x');
      expect(wrong.body.detail.map(({ loc }: { loc: unknown }) => loc)).toEqual([
        ['query', 'page'],
        ['query', 'page_size'],
      ]);
    });

    test('belong to a bot that is there', async () => {
      const { bot } = await openBot(parley);
      must(await bot.delete(), 200);
      const answers = [
        await bot.upload(kind, example),
        await bot.change(kind, example),
        await bot.remove(kind, name),
        await bot.list(kind),
      ];
      for (const answer of answers) expect(answer.body).toEqual(BOT_NOT_FOUND);
    });
  });

  describe('documents', () => {
    test('are found when the call returns, and their old text no more', async () => {
      const { own: bot, hits } = await openDocuments();
      must(
        await bot.upload('documents', documentOf('rules.json', 'Dogs are welcome.', 'The pool opens at noon.')),
        200,
      );
      expect(await hits('when does the pool open')).toMatchObject([
        { title: 'rules', passage: 'The pool opens at noon.' },
      ]);
      must(await bot.change('documents', documentOf('rules.json', 'The sauna opens at ten.')), 200);
      expect(await hits('pool')).toEqual([]);
      expect(await hits('sauna')).toMatchObject([{ passage: 'The sauna opens at ten.' }]);
      must(await bot.remove('documents', 'rules.json'), 200);
      expect(await hits('sauna')).toEqual([]);
    });

    test('are documents of the chatbot in the main API, where they can be read and deleted', async () => {
      const { own: bot, team, botId, baseId } = await openDocuments();
      const path = `/api/v1/chatbots/${botId}/documents`;
      must(
        await bot.upload('documents', { ...documentOf('a.json', 'One.', 'Two.'), file_metadata: { city: 'York' } }),
        200,
      );
      const [listed] = must(await team.asKey.get(path), 200).body.data;
      expect(listed).toMatchObject({
        title: 'a',
        type: 'nodes',
        status: 'ready',
        progress: 100,
        passages: 2,
        knowledgeBaseId: baseId,
        metadata: { city: 'York' },
        error: null,
      });
      expect(must(await team.asKey.get(`${path}/${listed.id}`), 200).body.data).toEqual(listed);
      expect((await team.asKey.post(`${path}/${listed.id}/retry`)).status).toBe(409);
      must(await team.asKey.delete(`${path}/${listed.id}`), 200);
      expect(await bot.names('documents')).toEqual([]);
    });

    test('of the main API are reached by their titles', async () => {
      const { own: bot, team, botId, baseId, hits } = await openDocuments();
      const items = `/api/v1/knowledge-bases/${baseId}/items`;
      must(await team.asKey.post(items, { title: 'Opening hours', content: 'From nine to five.' }), 201);
      must(await team.asKey.post(items, { title: 'Parking', content: 'Behind the house.' }), 201);
      must(
        await team.asKey.post(`/api/v1/chatbots/${botId}/documents`, { title: 'Prices', content: 'One euro.' }),
        202,
      );
      expect(await bot.names('documents')).toEqual(['Opening hours', 'Parking', 'Prices']);
      expect((await bot.upload('documents', documentOf('Parking', 'x'))).status).toBe(409);
      must(await bot.change('documents', documentOf('Opening hours', 'From ten to four.')), 200);
      expect(await hits('opening hours from ten')).toMatchObject([{ passage: 'From ten to four.' }]);
      must(await bot.remove('documents', 'Parking'), 200);
      expect(must(await team.asKey.get(items), 200).body.data).toEqual([]);
      expect(await bot.names('documents')).toEqual(['Opening hours', 'Prices']);
    });

    test('carry assets, which are found by what they show', async () => {
      const { own: bot, hits } = await openDocuments();
      const asset = {
        uuid: '5f1c',
        data_mimetype: 'image/png',
        data_base64: 'iVBORw0KGgo=',
        description: 'A map of the harbour.',
      };
      const { file_contents } = documentOf('m.json', 'See the picture.');
      must(
        await bot.upload('documents', { file_name: 'm.json', file_contents: { ...file_contents, assets: [asset] } }),
        200,
      );
      expect(await hits('map of the harbour')).toMatchObject([{ passage: 'A map of the harbour.' }]);
      const broken = { ...file_contents, assets: [{ ...asset, data_base64: 'no base64!' }] };
      const refused = await bot.upload('documents', { file_name: 'n.json', file_contents: broken });
      expect(refused.body.detail).toMatchObject([{ loc: ['body', 'file_contents', 'assets', 0, 'data_base64'] }]);
    });

    test('tell where their input is wrong, and how much is taken', async () => {
      const { own: bot } = await openBot(parley);
      const refused = async (body: unknown) => {
        const answer = await bot.upload('documents', body);
        expect(answer.body).toMatchObject({ status: 422, code: 'ERROR' });
        return answer.body.detail.map(({ loc, type }: { loc: unknown[]; type: string }) => `${loc.join('.')} ${type}`);
      };
      expect(await refused({})).toEqual(['body.file_name missing', 'body.file_contents missing']);
      expect(await refused({ file_name: 'x', file_contents: { nodes: [] } })).toEqual([
        'body.file_contents.nodes value_error',
      ]);
      expect(await refused({ file_name: 'x', file_contents: { nodes: [{ text: 'a' }, { metadata: {} }] } })).toEqual([
        'body.file_contents.nodes.1.text missing',
      ]);
      expect(await refused(documentOf('x', 'a'.repeat(1_000_001)))).toEqual([
        'body.file_contents.nodes.0.text value_error',
      ]);
      expect(await refused(documentOf('x'.repeat(513), 'a'))).toEqual(['body.file_name value_error']);
      expect(await refused(documentOf('x', ...Array.from({ length: 10_001 }, () => 'a')))).toEqual([
        'body.file_contents.nodes value_error',
      ]);
      expect(await refused(documentOf('x', 'a\u0000b'))).toEqual(['body.file_contents.nodes.0.text value_error']);
      expect(await bot.names('documents')).toEqual([]);
    });
  });

  describe('questions', () => {
    test('get a name when they have none', async () => {
      const { own: bot } = await openBot(parley);
      const { file_contents } = QUESTION;
      const { document_name } = must(await bot.upload('questions', { file_contents }), 200).body;
      expect(document_name).toMatch(/^question-[0-9a-f]{8}-[0-9a-f-]{27}$/);
      must(await bot.change('questions', { file_name: document_name, file_contents }), 200);
      expect((await bot.change('questions', { file_contents })).status).toBe(404);
      expect(await bot.names('questions')).toEqual([document_name]);
    });

    test('are questions of the base in the main API', async () => {
      const { own: bot, team, baseId } = await openDocuments();
      const related_prompts = [{ label: 'More', prompt: 'Tell me more.' }];
      const file_contents = { ...QUESTION.file_contents, llm_reply: false, related_prompts };
      must(await bot.upload('questions', { ...QUESTION, file_contents }), 200);
      const { data } = must(await team.asKey.get(`/api/v1/knowledge-bases/${baseId}/questions`), 200).body;
      expect(data).toMatchObject([
        { name: QUESTION.file_name, answer: 'Paris', llmReply: false, relatedPrompts: related_prompts },
      ]);
    });

    test('tell where their input is wrong', async () => {
      const { own: bot } = await openBot(parley);
      const answer = await bot.upload('questions', { file_contents: { questions: [], related_prompts: [{}] } });
      expect(answer.body.detail.map(({ loc }: { loc: unknown[] }) => loc.join('.'))).toEqual([
        'body.file_contents.questions',
        'body.file_contents.answer',
        'body.file_contents.related_prompts.0.label',
        'body.file_contents.related_prompts.0.prompt',
      ]);
    });
  });

  test('another team sees none of it', async () => {
    const { bot, wire } = await openBot(parley);
    must(await bot.upload('documents', DOCUMENT), 200);
    const { asKey } = await registerTeam(wire);
    const [stranger, theirs] = [bot.as(asKey), new BotClient(asKey, newName())];
    must(await theirs.create(), 200);
    expect((await stranger.list('documents')).body).toEqual(BOT_NOT_FOUND);
    expect((await stranger.remove('documents', DOCUMENT.file_name)).body).toEqual(BOT_NOT_FOUND);
    expect((await theirs.remove('documents', DOCUMENT.file_name)).body).toEqual(failure(404, 'NOT_FOUND'));
    expect(await bot.names('documents')).toEqual([DOCUMENT.file_name]);
  });
});
