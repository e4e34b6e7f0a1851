import { eventually } from '#testing';
import {
  createBotThatKnows,
  Installation,
  loginAsAdmin,
  must,
  type RegisteredTeam,
  registerTeam,
  WireClient,
} from '#testing/parley';
import { OtlpReceiver, type ReceivedSpan } from '#testing/tracing';

const METRICS_TOKEN = 'a-token-of-the-metrics';
const ITEMS = [{ title: 'Delivery', content: 'Standard delivery takes 2 to 3 working days and costs 3.90 euros.' }];
const MESSAGE = 'How long does delivery take?';

/** Value of the first sample whose name and labels begin like this. */
function sample(text: string, start: string): number {
  const line = text.split('\n').find((one) => one.startsWith(start));
  if (line === undefined) throw new Error(`There is no ${start} in:\n${text}`);
  return Number(line.slice(line.lastIndexOf(' ') + 1));
}

/** Each process has metrics of its own. */
const ONE_PROCESS = { apis: 1, workers: 0 };

describe('the metrics', () => {
  let parley: Installation;
  let wire: WireClient;
  let admin: WireClient;
  let team: RegisteredTeam;

  beforeAll(async () => {
    parley = await Installation.start({ METRICS_TOKEN, WORKER_IN_API: 'true' }, undefined, ONE_PROCESS);
    wire = new WireClient(parley.baseUrl);
    admin = await loginAsAdmin(wire);
    team = await registerTeam(wire);
    const { botId } = await createBotThatKnows(team.asKey, ITEMS);
    must(await team.asKey.post(`/api/v1/chatbots/${botId}/conversation`, { message: MESSAGE }), 200);
    await wire.get('/api/v1/nothing/a-secret-id');
    await wire.get('/nothing/another');
  });

  afterAll(() => parley.remove());

  const read = async () => must(await wire.withToken(METRICS_TOKEN).get('/api/v1/metrics'), 200).body as string;

  test('are text for Prometheus without an envelope', async () => {
    const answer = must(await admin.get('/api/v1/metrics'), 200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(answer.body).toMatch(/^# (HELP|TYPE) parley_/);
  });

  test('count requests by the pattern of their route, and paths without one together', async () => {
    const text = await read();
    const count = (dialect: string, method: string, route: string, status: number) =>
      sample(
        text,
        `parley_http_request_duration_seconds_count{dialect="${dialect}",method="${method}",route="${route}",status="${status}"}`,
      );
    expect(count('platform', 'POST', '/api/v1/chatbots/:id/conversation', 200)).toBe(1);
    expect(count('platform', 'GET', 'none', 404)).toBe(1);
    expect(count('criabot', 'GET', 'none', 404)).toBe(1);
    expect(text).not.toMatch(/a-secret-id|another/);
  });

  test('count the turn, its tokens, the jobs, and what the process uses', async () => {
    const text = await read();
    expect(sample(text, 'parley_turns_total{outcome="grounded"}')).toBe(1);
    expect(sample(text, 'parley_turn_duration_seconds_count')).toBe(1);
    expect(sample(text, 'parley_llm_tokens_total{direction="output",model="extractive"}')).toBeGreaterThan(0);
    expect(sample(text, 'parley_queue_waiting_jobs{job="knowledge.merge-segments"}')).toBeGreaterThanOrEqual(0);
    expect(sample(text, 'parley_database_pool_connections{state="idle"}')).toBeGreaterThan(0);
    expect(sample(text, 'parley_database_query_duration_seconds_count{outcome="done"}')).toBeGreaterThan(10);
    expect(sample(text, 'parley_process_resident_memory_bytes')).toBeGreaterThan(1e7);
    expect(sample(text, 'parley_process_cpu_seconds_total')).toBeGreaterThan(0);
    must(await wire.post('/api/v1/auth/password-reset-request', { email: team.account.email }), 200);
    const runs = 'parley_job_duration_seconds_count{job="identity.send-password-reset",outcome="done"}';
    await eventually(async () => sample(await read(), runs) > 0);
    await eventually(async () => sample(await read(), 'parley_nodejs_eventloop_delay_seconds{quantile="0.99"}') >= 0);
  });

  test('are for administrators and the bearer of METRICS_TOKEN', async () => {
    const statusOf = async (client: WireClient) => (await client.get('/api/v1/metrics')).status;
    expect(await statusOf(wire)).toBe(401);
    expect(await statusOf(wire.withToken('another-token-of-metrics'))).toBe(401);
    expect(await statusOf(team.asKey)).toBe(403);
    expect(await statusOf(team.asUser)).toBe(403);
    expect(await statusOf(admin)).toBe(200);
    expect(await statusOf(wire.withToken(METRICS_TOKEN))).toBe(200);
  });

  test('is all that METRICS_TOKEN opens', async () => {
    expect((await wire.withToken(METRICS_TOKEN).get('/api/v1/health/status')).status).toBe(401);
    expect((await wire.withToken(METRICS_TOKEN).get('/api/v1/chatbots')).status).toBe(401);
  });

  test('the detailed status tells every part, to administrators only', async () => {
    const { data } = must(await admin.get('/api/v1/health/status'), 200).body;
    expect(data).toMatchObject({
      status: 'ok',
      components: {
        database: { status: 'ok', latencyMs: expect.any(Number) },
        redis: { status: process.env.REDIS_URL ? 'ok' : 'not used' },
        queues: { status: 'ok', latencyMs: expect.any(Number) },
        models: { status: 'ok' },
      },
      uptime: expect.any(Number),
      timestamp: expect.any(String),
    });
    expect((await wire.get('/api/v1/health/status')).status).toBe(401);
    expect((await team.asKey.get('/api/v1/health/status')).status).toBe(403);
  });
});

describe('traces', () => {
  const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
  const CALLER = '00f067aa0ba902b7';
  let receiver: OtlpReceiver;
  let parley: Installation;
  let team: RegisteredTeam;

  beforeAll(async () => {
    receiver = await OtlpReceiver.start();
    parley = await Installation.start(
      {
        OTEL_EXPORTER_OTLP_ENDPOINT: receiver.endpoint,
        OTEL_SERVICE_NAME: 'parley-e2e',
        LOG_LEVEL: 'info',
        WORKER_IN_API: 'true',
      },
      undefined,
      ONE_PROCESS,
    );
    team = await registerTeam(new WireClient(parley.baseUrl));
  });

  afterAll(async () => {
    await parley.remove();
    await receiver.stop();
  });

  const arrived = (isWanted: (span: ReceivedSpan) => boolean) => eventually(() => receiver.spans.find(isWanted));

  test('follow a request into its turn and the call of the model, in the trace of the caller', async () => {
    const { botId } = await createBotThatKnows(team.asKey, ITEMS);
    const caller = team.asKey.with({ traceparent: `00-${TRACE}-${CALLER}-01` });
    const answer = must(await caller.post(`/api/v1/chatbots/${botId}/conversation`, { message: MESSAGE }), 200);
    const server = await arrived(({ traceId, kind }) => traceId === TRACE && kind === 2);
    expect(server).toMatchObject({
      name: 'POST /api/v1/chatbots/:id/conversation',
      parentSpanId: CALLER,
      serviceName: 'parley-e2e',
      attributes: {
        'http.request.method': 'POST',
        'http.route': '/api/v1/chatbots/:id/conversation',
        'http.response.status_code': 200,
        'parley.request.id': answer.headers.get('x-request-id'),
      },
    });
    const turn = await arrived(({ traceId, name }) => traceId === TRACE && name === 'turn');
    expect(turn.parentSpanId).toBe(server.spanId);
    const model = await arrived(({ traceId, name }) => traceId === TRACE && name === 'chat extractive');
    expect(model).toMatchObject({
      parentSpanId: turn.spanId,
      attributes: { 'gen_ai.operation.name': 'chat', 'gen_ai.request.model': 'extractive' },
    });
    expect(JSON.stringify(receiver.spans)).not.toMatch(/delivery/i);
    expect(await eventually(() => parley.printed.includes(`"trace_id":"${TRACE}"`))).toBe(true);
  });

  test('follow a request into the job that it puts', async () => {
    const trace = TRACE.replace(/^4/, '5');
    const caller = new WireClient(parley.baseUrl, { traceparent: `00-${trace}-${CALLER}-01` });
    must(await caller.post('/api/v1/auth/password-reset-request', { email: team.account.email }), 200);
    const job = await arrived(({ traceId, name }) => traceId === trace && name === 'job identity.send-password-reset');
    const server = await arrived(({ traceId, kind }) => traceId === trace && kind === 2);
    expect(job).toMatchObject({ kind: 5, attributes: { 'parley.job.attempt': expect.anything() } });
    expect(job.parentSpanId).toBe(server.spanId);
  });
});
