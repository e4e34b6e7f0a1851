import { must, type SharedInstallation, sharedInstallation, WireClient } from '#testing/parley';

/** The main job through the criabot dialect, as one newcomer lives it, with the main API looking on. */
describe('a newcomer who speaks criabot', () => {
  let parley: SharedInstallation;
  let wire: WireClient;

  beforeAll(async () => {
    parley = await sharedInstallation();
    wire = new WireClient(parley.baseUrl);
  });

  test('builds a bot, gives it documents and questions, talks to it, and removes it all', async () => {
    // A person registers and makes a key, which is the master key of the dialect.
    const account = { username: 'john_doe', email: 'john@example.com', password: 'Sup3rSecret!' };
    must(await wire.post('/api/v1/auth/register', account), 201);
    const { accessToken } = must(await wire.post('/api/v1/auth/login', account), 200).body.data;
    const person = wire.withToken(accessToken);
    const { apiKey } = must(await person.post('/api/v1/auth/api-key', { name: 'My course' }), 201).body.data;
    const master = wire.withKey(apiKey);

    // The program makes a bot, and gets a key for it alone.
    const models = { llm_model_id: 1, embedding_model_id: 2, rerank_model_id: 3 };
    const created = must(await master.post('/bots/course-help/manage/create', models), 200).body;
    expect(created).toMatchObject({
      status: 200,
      code: 'SUCCESS',
      bot_api_key: expect.stringMatching(/^bk_[\w-]{43}$/),
    });
    const program = wire.withKey(created.bot_api_key);
    const { about } = must(await program.get('/bots/course-help/manage/about'), 200).body;
    expect(about).toMatchObject({ info: { name: 'course-help' }, models: { llm_model_id: 1 } });

    // It uploads a document and a question; both can be asked for when the calls return.
    const nodes = [
      { type: 'Title', text: 'Assignments', metadata: {} },
      { type: 'NarrativeText', text: 'Assignments are due on Fridays at 17:00. Late work loses 10 percent a day.' },
      { type: 'NarrativeText', text: 'The final exam takes three hours and is held in the Great Hall.' },
    ];
    const document = {
      file_name: 'syllabus.json',
      file_contents: { nodes, assets: [] },
      file_metadata: { term: 'fall' },
    };
    must(await program.post('/bots/course-help/documents/upload', document), 200);
    const questions = ['Who teaches the course?', 'What is the name of the lecturer?'];
    const contents = { questions, answer: 'Dr. Ada Byron teaches it.', llm_reply: false };
    must(
      await program.post('/bots/course-help/questions/upload', { file_name: 'staff', file_contents: contents }),
      200,
    );

    // A chat: a document answers, a question answers word for word, and what is not known is refused.
    const chat = must(await program.post('/bots/chats/start'), 200).body.chat_id;
    const say = async (prompt: string) =>
      must(await program.post(`/bots/chats/${chat}/send`, { prompt, bot_name: 'course-help' }), 200).body.reply;
    expect((await say('When are assignments due?')).message).toContain('Fridays at 17:00');
    expect(await say("What is the lecturer's name?")).toMatchObject({
      message: 'Dr. Ada Byron teaches it.',
      verified_response: true,
    });
    expect((await say('Who won the 1998 world cup?')).message).toBe("Sorry, I'm not sure about that.");
    const { history } = must(await program.get(`/bots/chats/${chat}/history`), 200).body;
    expect(history.map(({ role }: { role: string }) => role)).toEqual([
      'user',
      'assistant',
      'user',
      'assistant',
      'user',
      'assistant',
    ]);

    // The main API shows the same bot, document, question and conversation, and its bot answers the same.
    const [bot] = must(await master.get('/api/v1/chatbots'), 200).body.data;
    expect(bot).toMatchObject({ name: 'course-help', slug: 'course-help' });
    const documents = must(await master.get(`/api/v1/chatbots/${bot.id}/documents`), 200).body.data;
    expect(documents).toMatchObject([{ title: expect.stringContaining('syllabus'), type: 'nodes', status: 'ready' }]);
    const [base] = must(await master.get(`/api/v1/chatbots/${bot.id}/knowledge-bases`), 200).body.data;
    const listed = must(await master.get(`/api/v1/knowledge-bases/${base.id}/questions`), 200).body.data;
    expect(listed).toMatchObject([{ name: 'staff', phrasings: questions, llmReply: false }]);
    const session = await master.get(`/api/v1/chatbots/${bot.id}/conversation/history?sessionId=${chat}&limit=100`);
    expect(must(session, 200).body.data).toHaveLength(6);
    const asked = { message: 'When are assignments due?' };
    const answer = must(await master.post(`/api/v1/chatbots/${bot.id}/conversation`, asked), 200).body.data;
    expect(answer.text).toContain('Fridays at 17:00');
    expect(answer.sources[0]).toMatchObject({ type: 'nodes', knowledgeBaseId: base.id });

    // What the main API adds, the dialect knows.
    const item = { title: 'Office hours', content: 'Office hours are on Mondays from 10:00 to 12:00 in room 7.' };
    must(await master.post(`/api/v1/knowledge-bases/${base.id}/items`, item), 201);
    expect((await say('When are office hours?')).message).toContain('Mondays from 10:00');
    const names = must(await program.get('/bots/course-help/documents/list'), 200).body.document_names;
    expect(names).toEqual(['syllabus.json', 'Office hours']);

    // What is updated is answered anew; what is deleted is known no more.
    const changed = {
      ...document,
      file_contents: { nodes: [{ text: 'Assignments are due on Sundays at noon.' }], assets: [] },
    };
    must(await program.send('PATCH', '/bots/course-help/documents/update', changed), 200);
    expect((await say('When are assignments due?')).message).toContain('Sundays at noon');
    must(await program.delete('/bots/course-help/questions/delete?document_name=staff'), 200);
    expect((await say('Who teaches the course?')).verified_response).toBe(false);

    // The end of it: the chat, then the bot with all that belonged to it, and its key.
    must(await program.delete(`/bots/chats/${chat}/end`), 200);
    must(await master.delete('/bots/course-help/manage/delete'), 200);
    expect((await program.get('/bots/course-help/manage/about')).status).toBe(401);
    expect(must(await master.get('/api/v1/chatbots'), 200).body.data).toEqual([]);
    must(await master.post('/bots/course-help/manage/create', models), 200);
    expect(must(await master.get('/bots/course-help/documents/list'), 200).body.document_names).toEqual([]);
    expect(must(await master.get('/bots/course-help/questions/list'), 200).body.document_names).toEqual([]);
  });
});
