/** Calls of the Python client against a server: every dialect, kinds of bodies and answers, pages, failures. */
import { Installation, must, registerTeam, WireClient } from '#testing/parley';
import { PYTHON_SOURCE, PythonPackage } from './python-package';
import { toldBy } from './python-script';
import { DELIVERY, QUESTION, Shop } from './shop';

describe('the Python client', () => {
  let shop: Shop;
  let python: PythonPackage;

  beforeAll(async () => {
    [shop, python] = await Promise.all([Shop.open(), PythonPackage.open()]);
  });
  beforeEach(() => shop.network.reset());
  afterAll(async () => {
    await shop?.close();
    await python?.remove();
  });

  const run = <Told>(code: string, more?: Record<string, string>) => toldBy<Told>(python, shop, code, more);

  test('passes tests of its own', async () => {
    const { output, code } = await python.run(['-m', 'unittest'], {}, PYTHON_SOURCE);
    expect([code, output]).toEqual([0, expect.stringMatching(/Ran [1-9]\d+ tests in [\d.]+s\s+OK\s*$/)]);
  });

  test('goes over the lists of every dialect', async () => {
    const lists = await run<Record<string, string[]>>(`
names = ["Page 1", "Page 2", "Page 3"]
for name in names:
    parley.platform.create_chatbot(body={"name": name})
    parley.assistant.create_document(body={"title": name, "content": name})
    parley.support.add_or_update_article(body={"title": name, "content": name})
    contents = {"nodes": [{"text": name}]}
    parley.criabot.upload_document(bot_name="helper", body={"file_name": name, "file_contents": contents})
tell({
    "platform": [one["name"] for one in parley.platform.list_chatbots(limit=2)],
    "assistant": [one["title"] for one in parley.assistant.list_documents(limit=2)],
    "support": [one["title"] for one in parley.support.list_articles(limit=2)],
    "manager": [one["name"] for one in parley.manager.list_bots(per_page=2)],
    "criabot": parley.criabot.list_documents(bot_name="helper", page_size=2).all(),
})`);
    expect(Object.keys(lists)).toHaveLength(5);
    for (const [dialect, items] of Object.entries(lists)) {
      expect([dialect, ...items]).toEqual([dialect, ...new Set(items)]);
      expect(items).toEqual(expect.arrayContaining(['Page 1', 'Page 2', 'Page 3']));
    }
  });

  test('uploads, follows, downloads and deletes a file', async () => {
    const seen = await run<{ file: object; told: string[]; kept: object; content: string; gone: number }>(
      `
told = []
body = {"file": Upload(os.environ["CONTENT"].encode(), "prices.txt"), "tags": ["a", "b"]}
file = parley.assistant.upload_and_process(body=body, on_progress=lambda state: told.append(state["status"]))
kept = parley.assistant.get_file(file_id=file["id"])
with parley.assistant.download_file(file_id=file["id"]) as download:
    content = download.text()
parley.assistant.delete_file(file_id=file["id"])
try:
    parley.assistant.get_file(file_id=file["id"])
except NotFoundError as error:
    tell({"file": file, "told": told, "kept": kept, "content": content, "gone": error.status})`,
      { CONTENT: DELIVERY.content },
    );
    expect(seen.file).toMatchObject({ status: 'completed', chunks_created: 1 });
    expect(seen.told.at(-1)).toBe('completed');
    expect(seen.kept).toMatchObject({ filename: 'prices.txt', tags: ['a', 'b'] });
    expect([seen.content, seen.gone]).toEqual([DELIVERY.content, 404]);
  });

  test('sends what it can read only once as it comes', async () => {
    const uploaded = await run(`
reading, writing = os.pipe()
with open(writing, "wb") as writer:
    writer.write(b"Visitors may park behind the house.")
with open(reading, "rb") as pipe:
    file = parley.assistant.upload_and_process(body={"file": Upload(pipe, "parking.txt")})
    tell(file["status"])`);
    expect(uploaded).toBe('completed');
    expect(shop.network.requests[0]?.headers['transfer-encoding']).toBe('chunked');
  });

  test('says why a file could not be processed', async () => {
    const failed = await run(`
try:
    file = Upload("not a PDF at all", "broken.pdf", "application/pdf")
    parley.platform.upload_document(chatbotId=bot_id, body={"file": file, "metadata": {"a": 1}})
except ProcessingError as error:
    tell({"message": str(error), "body": error.body})`);
    expect(failed).toMatchObject({
      message: expect.stringMatching(/\S/),
      body: { status: 'failed', metadata: { a: 1 } },
    });
  });

  test('follows an agent until it has ended', async () => {
    const seen = await run<string[]>(`
loop = parley.manager.create_agent_loop(body={"name": "R", "system_prompt": "You report.", "user_message": "Report!"})["data"]
execution = parley.manager.run_agent_loop(id=loop["id"], body={})["data"]
events = parley.manager.follow_execution(id=loop["id"], execution_id=execution["id"])
tell([event.data["status"] if event.type == "status" else event.type for event in events])`);
    expect(seen.at(-1)).toBe('completed');
  });

  test('listens to what is said in a conversation', async () => {
    const said = await run(`
body = {"message": question, "user_id": "jane"}
begun = parley.support.create_conversation_or_send_message(body=body)
with parley.support.follow_conversation(conversation_id=begun["conversation_id"]) as events:
    tell(next(event.data for event in events if event.type == "message"))`);
    expect(said).toMatchObject({ sender: 'user', content: QUESTION, position: 1 });
  });

  test('tells failures of every dialect apart', async () => {
    const strange = (await registerTeam(new WireClient(shop.network.baseUrl))).apiKey;
    const failures = await run(
      `
def failure(call, *arguments, **more):
    try:
        call(*arguments, **more)
    except ParleyError as error:
        return [type(error).__name__, error.status, bool(error.code), error.request_id[:4], [one.field for one in error.fields]]
as_stranger, as_nobody = {"credential": KeyCredential(os.environ["STRANGE"])}, {"credential": KeyCredential(None)}
models = {"llm_model_id": 1, "embedding_model_id": 2, "rerank_model_id": 3}
tell([
    failure(parley.platform.get_chatbot, id=bot_id, options={"credential": KeyCredential("sk_live_nobody")}),
    failure(parley.manager.list_bots(options=as_nobody).all),
    failure(parley.platform.list_users().all),
    failure(parley.platform.get_chatbot, id=bot_id, options=as_stranger),
    failure(parley.support.get_conversation, conversation_id="conv_1"),
    failure(parley.criabot.create_bot, bot_name="helper", body=models),
    failure(parley.assistant.start_chat, body={"message": ""}),
    failure(parley.manager.create_bot, body={"name": ""}),
])`,
      { STRANGE: strange },
    );
    expect(failures).toEqual([
      ['AuthenticationError', 401, true, 'req_', []],
      ['AuthenticationError', 401, true, 'req_', []],
      ['PermissionDeniedError', 403, true, 'req_', []],
      ['NotFoundError', 404, true, 'req_', []],
      ['NotFoundError', 404, true, 'req_', []],
      ['ConflictError', 409, true, 'req_', []],
      ['ValidationError', 400, true, 'req_', ['message']],
      ['ValidationError', 422, true, 'req_', ['name']],
    ]);
  });

  test('asks again when an answer was lost, and does nothing twice', async () => {
    shop.network.fails({ losesAnswer: true });
    expect(await run('tell(parley.platform.get_chatbot(id=bot_id)["data"]["id"])')).toBe(shop.botId);
    expect(shop.network.requests).toHaveLength(2);
    shop.network.fails({ losesAnswer: true });
    const [made, found] = await run<[string, string[]]>(`
made = parley.platform.create_chatbot(body={"name": "Lost"})["data"]["id"]
tell([made, [one["id"] for one in parley.platform.list_chatbots(search="Lost").page()["data"]]])`);
    expect(found).toEqual([made]);
  });

  test('gives up what nobody answers', async () => {
    shop.network.fails({ isSilent: true, times: 2 });
    const late = await run(`
try:
    parley.platform.get_chatbot(id=bot_id, options={"timeout": 0.1, "max_retries": 1})
except APITimeoutError as error:
    tell(str(error))`);
    expect(late).toBe('Nothing came within 0.1 seconds.');
    expect(shop.network.requests).toHaveLength(2);
  });

  test('logs a person in and out', async () => {
    const { username, password } = shop.team.account;
    const seen = await run(
      `
account = os.environ["PARLEY_USERNAME"], os.environ["PARLEY_PASSWORD"]
jane = Parley.log_in(*account, os.environ["BASE_URL"])
seen = [jane.platform.show_current_user()["data"]["username"]]
jane.platform.log_out()
for call in (jane.platform.show_current_user, lambda: Parley.log_in(account[0], "wrong", os.environ["BASE_URL"])):
    try:
        call()
    except AuthenticationError as error:
        seen.append(error.status)
tell(seen)`,
      { PARLEY_USERNAME: username, PARLEY_PASSWORD: password },
    );
    expect(seen).toEqual([username, 401, 401]);
  });

  test('leaves a server alone that has had enough, and says for how long', async () => {
    const installation = await Installation.start({ RATE_LIMIT_MULTIPLIER: '0.05' });
    try {
      const { baseUrl } = installation;
      const { apiKey } = await registerTeam(new WireClient(baseUrl));
      const refused = await run<[number, number, object]>(
        `
impatient = Parley(os.environ["API_KEY"], os.environ["BASE_URL"], max_retry_after=0)
try:
    while True:
        impatient.assistant.list_webhooks()
except RateLimitError as error:
    tell([error.status, error.retry_after, error.body])`,
        { API_KEY: apiKey, BASE_URL: baseUrl },
      );
      expect(refused[0]).toBe(429);
      expect(refused[1]).toBeGreaterThan(0);
      expect(refused[1]).toBeLessThanOrEqual(60);
      const { body } = must(await new WireClient(baseUrl).withKey(apiKey).get('/api/webhooks'), 429);
      expect(Object.keys(refused[2])).toEqual(Object.keys(body));
    } finally {
      await installation.stop();
    }
  });
});
