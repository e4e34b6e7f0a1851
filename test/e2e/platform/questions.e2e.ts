import {
  must,
  type RegisteredTeam,
  registerTeam,
  type SharedInstallation,
  sharedInstallation,
  WireClient,
} from '#testing/parley';

const CAPITAL = {
  name: 'capital',
  phrasings: ['What is the capital of France?', 'Which city is the French capital?'],
  answer: 'Paris',
  llmReply: false,
  relatedPrompts: [{ label: 'Population', prompt: 'How many people live in Paris?' }],
  tags: ['geography'],
  metadata: { lang: 'en' },
};

describe('questions', () => {
  let parley: SharedInstallation;
  let wire: WireClient;
  let team: RegisteredTeam;
  let path: string;
  let baseId: string;

  beforeAll(async () => {
    parley = await sharedInstallation();
    wire = new WireClient(parley.baseUrl);
    team = await registerTeam(wire);
  });
  beforeEach(async () => {
    const bot = must(await team.asKey.post('/api/v1/chatbots', { name: 'Help' }), 201).body.data;
    const base = must(await team.asKey.post(`/api/v1/chatbots/${bot.id}/knowledge-bases`, { name: 'FAQ' }), 201);
    baseId = base.body.data.id;
    path = `/api/v1/knowledge-bases/${baseId}/questions`;
  });

  const add = async (body: object) => must(await team.asKey.post(path, body), 201).body.data;
  const search = async (query: string) => {
    const answer = await team.asKey.get(`/api/v1/knowledge-bases/${baseId}/search?${new URLSearchParams({ query })}`);
    return must(answer, 200).body.data;
  };
  const importFile = (name: string, text: string) => {
    const form = new FormData();
    form.set('file', new Blob([text]), name);
    return team.asKey.send('POST', `${path}/import`, form);
  };

  test('one is added, read, listed, changed and deleted, and searches follow', async () => {
    const question = await add(CAPITAL);
    expect(question).toEqual({
      ...CAPITAL,
      id: expect.any(String),
      knowledgeBaseId: baseId,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    });
    const one = `${path}/${question.id}`;
    expect(must(await team.asKey.get(one), 200).body.data).toEqual(question);
    expect((await search("France's capital"))[0]).toMatchObject({
      id: question.id,
      title: CAPITAL.phrasings[0],
      content: 'Paris',
      tags: ['geography'],
    });
    await add({ phrasings: ['When are you open?'], answer: 'From nine to five.' });
    expect(must(await team.asKey.get(`${path}?search=PARIS`), 200).body).toMatchObject({
      data: [{ name: 'capital' }],
      pagination: { total: 1, pages: 1, page: 1, limit: 10 },
    });
    expect(must(await team.asKey.get(`${path}?limit=1&page=2`), 200).body.data[0]).toMatchObject({
      name: expect.stringMatching(/^question-/),
      llmReply: true,
      relatedPrompts: [],
      tags: [],
      metadata: {},
    });
    const changed = must(await team.asKey.put(one, { phrasings: ['Where does the king live?'], tags: null }), 200);
    expect(changed.body.data).toMatchObject({ name: 'capital', answer: 'Paris', tags: [] });
    expect((await search('king'))[0]).toMatchObject({ id: question.id });
    must(await team.asKey.delete(one), 200);
    expect((await team.asKey.get(one)).status).toBe(404);
    expect(await search('king')).toEqual([]);
  });

  test('bad input is refused by field and changes nothing, and a name is taken once', async () => {
    const refused = await team.asKey.post(path, { ...CAPITAL, phrasings: [], relatedPrompts: [{ label: 'x' }] });
    expect(refused).toMatchObject({ status: 400, body: { code: 'VALIDATION_ERROR' } });
    expect(refused.body.details.fields.map(({ field }: { field: string }) => field)).toEqual([
      'phrasings',
      'relatedPrompts.0.prompt',
    ]);
    await add(CAPITAL);
    expect((await team.asKey.post(path, CAPITAL)).status).toBe(409);
    expect(must(await team.asKey.get(path), 200).body.pagination.total).toBe(1);
  });

  test('many are imported from a list, a table or lines of JSON', async () => {
    const list = [CAPITAL, { phrasings: ['When are you open?'], answer: 'From nine to five.' }];
    expect(must(await team.asKey.post(`${path}/import`, list), 201).body.data).toEqual({ questions: 2, phrasings: 3 });
    const csv = [
      'Question;Alternates;Answer;Name;LLM reply;Tags',
      'Where can I park?;Is there parking? | Where is the car park?;Behind the house.;parking;no;car, visit',
      'parking;;Behind the house.;parking;;',
      'Do you ship abroad?;;"Yes; to all of Europe.";;;',
    ].join('\r\n');
    expect(must(await importFile('faq.csv', csv), 201).body.data).toEqual({ questions: 2, phrasings: 5 });
    const lines =
      '{"question": "Who are you?", "answer": "We."}\n\n{"questions": ["Why?", "How so?"], "answer": "So."}';
    expect(must(await importFile('faq.jsonl', lines), 201).body.data).toEqual({ questions: 2, phrasings: 3 });
    const content = { content: 'question,answer\nMay I?,You may.', type: 'csv' };
    expect(must(await team.asKey.post(`${path}/import`, content), 201).body.data.questions).toBe(1);
    const [parking] = must(await team.asKey.get(`${path}?search=parking`), 200).body.data;
    expect(parking).toMatchObject({
      name: 'parking',
      phrasings: ['Where can I park?', 'Is there parking?', 'Where is the car park?', 'parking'],
      answer: 'Behind the house.',
      llmReply: false,
      tags: ['car', 'visit'],
    });
    expect((await search('ship abroad'))[0]).toMatchObject({ content: 'Yes; to all of Europe.' });
  });

  test('an import with a mistake names its row and stores nothing', async () => {
    const csv = 'question,answer,llm_reply\nA?,a,\nB?,,\nC?,c,perhaps';
    const refused = await importFile('faq.csv', csv);
    expect(refused.status).toBe(400);
    expect(refused.body.details.fields).toEqual([
      expect.objectContaining({ field: 'rows.3.answer', message: expect.stringMatching(/^Row 3: answer is required/) }),
      expect.objectContaining({ field: 'rows.4.llmReply' }),
    ]);
    expect((await importFile('faq.jsonl', '{"question":"A?","answer":"a"}\n{"question":')).body.message).toContain(
      'Row 2',
    );
    await add(CAPITAL);
    const taken = await importFile('faq.csv', 'question,answer,name\nA?,a,new\nB?,b,capital');
    expect(taken).toMatchObject({ status: 409, body: { message: expect.stringContaining('Row 3') } });
    expect((await importFile('faq.csv', 'a,b\n1,2')).status).toBe(400);
    expect((await team.asKey.post(`${path}/import`, [])).status).toBe(400);
    expect(must(await team.asKey.get(path), 200).body.pagination.total).toBe(1);
  });

  test('those of another team are not there', async () => {
    const question = await add(CAPITAL);
    const stranger = await registerTeam(wire);
    for (const [method, at] of [
      ['GET', path],
      ['POST', path],
      ['POST', `${path}/import`],
      ['GET', `${path}/${question.id}`],
      ['PUT', `${path}/${question.id}`],
      ['DELETE', `${path}/${question.id}`],
    ] as const) {
      const body = at.endsWith('import') ? [CAPITAL] : CAPITAL;
      const answer = await stranger.asKey.send(method, at, method === 'GET' || method === 'DELETE' ? undefined : body);
      expect([method, at, answer.status]).toEqual([method, at, 404]);
    }
    expect(must(await team.asKey.get(`${path}/${question.id}`), 200).body.data).toEqual(question);
  });

  test('a key without the scope reads, but changes nothing', async () => {
    const body = { name: 'reader', scopes: ['knowledge:read'] };
    const { apiKey } = must(await team.asUser.post('/api/v1/auth/api-key', body), 201).body.data;
    const reader = wire.withKey(apiKey);
    must(await reader.get(path), 200);
    expect((await reader.post(path, CAPITAL)).status).toBe(403);
    expect((await reader.post(`${path}/import`, [CAPITAL])).status).toBe(403);
  });
});
