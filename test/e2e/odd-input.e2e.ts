/**
 * Whatever a client sends, the answer is one that the OpenAPI documents promise, and what is refused changes nothing. The calls are
 * generated from the documents that the server answers: `ODD_INPUT_RUNS` of each operation, from the seed `ODD_INPUT_SEED` (or `random`).
 */
import { type ApiOperation, Caller, nameOf, operationsOf, servedDocuments } from '#testing/documented-calls';
import { type FurnishedTeam, furnishTeam } from '#testing/furnished-team';
import { ApiContract, must, WireClient } from '#testing/parley';
import {
  changesBetween,
  closeInstallation,
  type OpenInstallation,
  openInstallation,
  TeamRows,
} from '#testing/team-rows';
import { type OddOutcome, OddRun } from './odd-input/odd-run';

const { ODD_INPUT_SEED, ODD_INPUT_RUNS } = process.env;
/** The same in every run of the suite, so that whoever changes one thing is not told of another; `random` looks for more. */
const DEFAULT_SEED = '766359028';
const SEED = ODD_INPUT_SEED === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(ODD_INPUT_SEED ?? DEFAULT_SEED);
const RUNS = Number(ODD_INPUT_RUNS ?? 5);
const ANSWER_LIMIT_MS = 30_000;
/** More than all calls of an operation take on a busy machine, for each run. */
const LIMIT_MS = 240_000 + RUNS * 20_000;
const SETTINGS = {
  ALLOW_PRIVATE_ADDRESSES: 'true',
  RATE_LIMIT_MULTIPLIER: '100000',
  // What has failed is not tried again later, while rows are looked at.
  WEBHOOK_RETRY_SCHEDULE: '0s',
};
/** Between two looks at the rows. */
const REPEATED_AT_ONCE = 50;

/** Each lists its own webhooks. */
const WEBHOOKS = [
  { path: '/api/v1/webhooks', page: '?limit=100', list: 'data' },
  { path: '/v1/webhooks', page: '?per_page=100', list: 'data' },
  { path: '/api/webhooks', page: '', list: 'webhooks' },
];

/** Deliveries to nowhere would go on for minutes, and change rows. */
async function dropWebhooks(asKey: WireClient): Promise<void> {
  for (const { path, page, list } of WEBHOOKS) {
    const webhooks = async () => must(await asKey.get(path + page), 200).body[list] as Array<{ id: string }>;
    for (let some = await webhooks(); some.length > 0; some = await webhooks())
      await Promise.all(some.map(({ id }) => asKey.delete(`${path}/${id}`)));
  }
}

describe(`odd input (ODD_INPUT_SEED=${SEED} ODD_INPUT_RUNS=${RUNS})`, () => {
  let opened: OpenInstallation;
  let wire: Caller;
  let operations: ApiOperation[];
  let team: FurnishedTeam;
  let rows: TeamRows;
  let run: OddRun;
  let outcomes: OddOutcome[];

  beforeAll(async () => {
    opened = await openInstallation(SETTINGS);
    const { baseUrl } = opened.parley;
    const documents = await servedDocuments(baseUrl);
    operations = operationsOf(documents);
    team = await furnishTeam(new WireClient(baseUrl));
    wire = new Caller(baseUrl, ANSWER_LIMIT_MS);
    const login = must(await new WireClient(baseUrl).post('/api/v1/auth/login', team.account), 200).body.data;
    const options = { seed: SEED, runs: RUNS };
    run = new OddRun(wire, new ApiContract(documents), team, login.accessToken, options);
    rows = await TeamRows.open(opened.database);
    outcomes = await run.send(operations);
  }, LIMIT_MS);
  afterAll(async () => {
    wire?.close();
    await closeInstallation(opened);
  });

  test('is answered at once, without an error of ours, and in the words of the dialect', () => {
    expect(outcomes.length).toBe(operations.length * RUNS);
    expect(outcomes.flatMap(({ problem }) => problem ?? [])).toEqual([]);
  });

  test(
    'that is refused changes no row',
    async () => {
      const refused = outcomes.filter(({ status }) => status >= 400);
      expect(refused.length).toBeGreaterThan(outcomes.length / 3);
      await dropWebhooks(team.asKey);
      let before = await rows.whenCalm(team.teamId);
      const problems: string[] = [];
      for (let start = 0; start < refused.length; start += REPEATED_AT_ONCE) {
        const some = refused.slice(start, start + REPEATED_AT_ONCE);
        const again = await Promise.all(some.map((outcome) => run.repeat(outcome)));
        const after = await rows.digest(team.teamId);
        // What is taken now, since something else has changed meanwhile, may do its work.
        if (again.some(({ status }) => status < 400)) {
          before = await rows.whenCalm(team.teamId);
          continue;
        }
        const changes = changesBetween(before, after);
        if (changes.length > 0)
          problems.push(
            `${changes.join('; ')}: by one of\n${some.map(({ operation, call }) => `${nameOf(operation)}, ${call.oddity}`).join('\n')}`,
          );
        before = after;
      }
      expect(problems).toEqual([]);
    },
    LIMIT_MS,
  );

  test('leaves no trace in the prototypes of the server', async () => {
    const nameless = await team.asKey.post('/api/v1/chatbots', {});
    expect(must(nameless, 400).body.message).toContain('name is required');
    expect({}).not.toHaveProperty('name');
  });
});
