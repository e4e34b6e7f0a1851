/**
 * Nobody reaches into another team. What is called, by whom, and what they are to be answered follows from the OpenAPI
 * documents that the server answers, so an endpoint is covered by being there. A path, query or body that names something
 * new needs a line in `libs/testing/furnished-team/furnishings.ts`; these tests say which.
 */
import type { Scope } from '#kernel';
import {
  type ApiOperation,
  Caller,
  isPublic,
  namedPlaces,
  nameOf,
  operationsOf,
  sampleCall,
  servedDocuments,
} from '#testing/documented-calls';
import { furnishTeam } from '#testing/furnished-team';
import { ApiContract, WireClient } from '#testing/parley';
import {
  changesBetween,
  closeInstallation,
  type OpenInstallation,
  openInstallation,
  TeamRows,
} from '#testing/team-rows';
import { colleagues, everyCaller, keyOfABot, keysWithout, limitedKeys, type MatrixCaller } from './tenancy/callers';
import { expectedOf, isBeyond, isForPeople, OPEN_TO_EVERY_KEY } from './tenancy/expectations';
import { foreignPaths, type MatrixCall, type Parties, problemOf } from './tenancy/matrix-call';
import { argumentsNaming, McpCaller } from './tenancy/mcp-calls';

const ANSWER_LIMIT_MS = 30_000;
const AT_ONCE = 8;
const owner: MatrixCaller = { name: 'the owner', kind: 'colleague', headers: {}, teamRole: 'owner' };
/** There is one version of each thing, and nothing to compare it with. */
const EMPTY = [409];

describe('the things of a team', () => {
  let opened: OpenInstallation;
  let wire: Caller;
  let operations: ApiOperation[];
  let contract: ApiContract;
  let rows: TeamRows;
  let parties: Parties;
  let callers: MatrixCaller[];
  let limited: MatrixCaller[];
  /** The team calls for what is its own. */
  let own: Parties;

  beforeAll(async () => {
    // One attempt each: later ones would be written while rows are compared.
    const settings = { ALLOW_PRIVATE_ADDRESSES: 'true', EXPOSE_RESET_TOKEN: 'true', WEBHOOK_RETRY_SCHEDULE: '0s' };
    opened = await openInstallation(settings);
    const { baseUrl } = opened.parley;
    const client = new WireClient(baseUrl);
    const documents = await servedDocuments(baseUrl);
    [operations, contract] = [operationsOf(documents), new ApiContract(documents)];
    wire = new Caller(baseUrl, ANSWER_LIMIT_MS);
    parties = { team: await furnishTeam(client), stranger: await furnishTeam(client, 'stranger') };
    own = { team: parties.team, stranger: parties.team };
    callers = await everyCaller(client, parties.team, parties.stranger);
    limited = await limitedKeys(parties.team);
    rows = await TeamRows.open(opened.database);
  });
  afterAll(async () => {
    wire?.close();
    await closeInstallation(opened);
  });

  const each = async <T>(calls: readonly T[], make: (call: T) => Promise<string | undefined>) => {
    const [waiting, problems] = [[...calls], [] as string[]];
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const problem = await make(next);
        if (problem) problems.push(problem);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return problems;
  };
  const eachByEach = (who: readonly MatrixCaller[], what: readonly ApiOperation[]): MatrixCall[] =>
    what
      .filter((operation) => !isPublic(operation))
      .flatMap((operation) => who.map((caller) => ({ caller, operation, foreign: [] })));
  /** Makes the calls; nothing of the team may change meanwhile. */
  const withoutTrace = async (calls: readonly MatrixCall[], among = parties) => {
    const before = await rows.whenCalm(parties.team.teamId);
    const problems = await each(calls, (call) =>
      problemOf(call, expectedOf(call.caller, call.operation, call.foreign), among, { wire, contract }),
    );
    return [...problems, ...changesBetween(before, await rows.whenCalm(parties.team.teamId))];
  };

  test('are all there for the team itself: every operation that reads gives an answer', async () => {
    const { team } = parties;
    const problems = await each(
      operations.filter(
        (operation) => operation.method === 'GET' && !isPublic(operation) && !isBeyond(owner, operation),
      ),
      async (operation) => {
        const order = sampleCall(operation, () => team);
        const headers = { ...order.headers, authorization: `Bearer ${team.tokens.accessToken}` };
        const { status, text } = await wire.call({ ...order, headers });
        return status < 300 || EMPTY.includes(status)
          ? undefined
          : `${nameOf(operation)}: ${status} ${text.slice(0, 200)}`;
      },
    );
    expect(problems).toEqual([]);
  });

  test('are not there for others, whatever credential they have or have not', async () => {
    const calls = operations.flatMap((operation) =>
      foreignPaths(operation).flatMap((foreign) => callers.map((caller) => ({ caller, operation, foreign }))),
    );
    expect(await withoutTrace(calls)).toEqual([]);
  });

  test('cannot be named in a query or a body of another team', async () => {
    const strangers = callers.filter(({ kind }) => kind === 'strange user' || kind === 'strange key');
    const calls = operations
      .filter((operation) => !isPublic(operation))
      .flatMap((operation) => {
        const named = namedPlaces(operation).filter(({ in: place, value }) => place !== 'path' && value.isOwned);
        return named.flatMap((place) => strangers.map((caller) => ({ caller, operation, foreign: [place] })));
      });
    expect(await withoutTrace(calls)).toEqual([]);
  });

  test('are closed to keys of the team without the scope that the documents name, of each operation one', async () => {
    const named = operations.flatMap(({ needs }) => needs.filter((need) => need.includes(':')));
    const keys = await keysWithout(parties.team, [...new Set(named)] as Scope[]);
    expect(await withoutTrace(eachByEach(keys, operations), own)).toEqual([]);
    const unscoped = operations.filter(
      (operation) => !isPublic(operation) && !isForPeople(operation) && operation.needs.length === 0,
    );
    expect(unscoped.map(nameOf)).toEqual(Object.keys(OPEN_TO_EVERY_KEY));
  });

  test('are closed to people of the team whose role does not go so far', async () => {
    const people = await colleagues(new WireClient(opened.parley.baseUrl), parties.team);
    expect(await withoutTrace(eachByEach(people, operations), own)).toEqual([]);
  });

  test('of one bot are not there for a key that is for another', async () => {
    const caller = await keyOfABot(parties.team);
    const calls = operations
      .filter((operation) => !isPublic(operation))
      .flatMap((operation) => {
        const owned = namedPlaces(operation).filter(({ in: place, value }) => place !== 'query' && value.isOwned);
        const inPath = owned.filter(({ in: place }) => place === 'path');
        return owned.length > 0 ? [{ caller, operation, foreign: inPath.length > 0 ? inPath : owned }] : [];
      });
    expect(await withoutTrace(calls, own)).toEqual([]);
  });

  test('are not reached by tools and addresses of the MCP endpoint, and by tools of other scopes not at all', async () => {
    const { team, stranger } = parties;
    const mcpOf = ({ apiKey }: { apiKey: string }) => new McpCaller(wire, { 'x-api-key': apiKey });
    const [own, strange] = [mcpOf(team), mcpOf(stranger)];
    const tools = await own.tools();
    const addresses = await own.addresses(team);
    const before = await rows.whenCalm(team.teamId);
    for (const uri of addresses) {
      const mine = await own.send('resources/read', { uri });
      expect([uri, mine.text.includes(team.marker)]).toEqual([uri, true]);
      const theirs = await strange.send('resources/read', { uri });
      expect([uri, theirs.message.error?.message]).toEqual([uri, expect.stringContaining('not found')]);
    }
    for (const { name, inputSchema } of tools) {
      for (const given of argumentsNaming({ name, inputSchema }, team)) {
        const { message, text } = await strange.send('tools/call', { name, arguments: given });
        expect([name, given, message.result?.isError ?? true, text.includes(team.marker)]).toEqual([
          name,
          given,
          true,
          false,
        ]);
        for (const { headers } of limited) {
          const refused = await new McpCaller(wire, headers).send('tools/call', { name, arguments: given });
          expect([name, refused.message.error]).toEqual([name, expect.objectContaining({ code: expect.any(Number) })]);
        }
      }
    }
    expect(changesBetween(before, await rows.whenCalm(team.teamId))).toEqual([]);
  });
});
