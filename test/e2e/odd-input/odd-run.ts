import fc from 'fast-check';
import {
  type ApiOperation,
  type Caller,
  type Heard,
  nameOf,
  sampleCall,
  type WireCall,
} from '#testing/documented-calls';
import type { FurnishedTeam } from '#testing/furnished-team';
import type { ApiContract } from '#testing/parley';
import type { OddCall } from './odd-bodies';
import { oddRequests } from './odd-requests';

/** What was sent and how it went. */
export interface OddOutcome {
  operation: ApiOperation;
  call: OddCall;
  status: number;
  /** Undefined when everything is as it should be. */
  problem: string | undefined;
}

const AT_ONCE = 6;
const SHOWN_CHARS = 300;
/** What cannot be an id is one that nothing has: filters by it find nothing. */
const OPAQUE_IDS = /\n {2}the request is not allowed, and succeeded: \w+ must match format "uuid"$/;

interface Secured {
  securitySchemes?: Record<string, { bearerFormat?: string }>;
}

export class OddRun {
  constructor(
    private readonly wire: Caller,
    private readonly contract: ApiContract,
    private readonly team: FurnishedTeam,
    /** Of a login that nobody minds losing. */
    private readonly accessToken: string,
    private readonly options: { seed: number; runs: number },
  ) {}

  /** The odd calls of all operations; what ends something comes last, from the leaves to the roots. */
  async send(operations: readonly ApiOperation[]): Promise<OddOutcome[]> {
    const ending = operations.filter(endsSomething).sort((one, other) => other.path.length - one.path.length);
    const others = operations.filter((operation) => !endsSomething(operation));
    return [...(await this.all(others)), ...(await this.all(ending))];
  }

  /** The same call once more. */
  async repeat({ operation, call }: OddOutcome): Promise<OddOutcome> {
    return this.outcome(operation, call);
  }

  private async all(operations: readonly ApiOperation[]): Promise<OddOutcome[]> {
    const [waiting, outcomes] = [[...operations], [] as OddOutcome[]];
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift())
        for (const call of this.callsOf(next)) outcomes.push(await this.outcome(next, call));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return outcomes;
  }

  private callsOf(operation: ApiOperation): OddCall[] {
    const sample = sampleCall(operation, () => this.team);
    const call = { ...sample, headers: { ...sample.headers, ...this.credentialFor(operation) } };
    const { seed, runs: numRuns } = this.options;
    return fc.sample(oddRequests(operation, call), { seed, numRuns });
  }

  private async outcome(operation: ApiOperation, call: OddCall): Promise<OddOutcome> {
    try {
      const heard = await this.wire.call(call);
      const problem = this.problemOf(operation, call, heard);
      return {
        operation,
        call,
        status: heard.status,
        problem: problem && describe(operation, call, problem, heard.text),
      };
    } catch (error) {
      return { operation, call, status: 0, problem: describe(operation, call, (error as Error).message, '') };
    }
  }

  private problemOf(operation: ApiOperation, call: WireCall, { status, headers, body }: Heard): string | undefined {
    if (status >= 500) return `was answered ${status}`;
    if (status >= 400 && !this.contract.isError(body))
      return `was answered ${status}, and not in the words of a dialect`;
    if (!isOnRoute(operation, call)) return undefined;
    try {
      const isStream = headers.get('content-type')?.startsWith('text/event-stream');
      this.contract.check(sentOf(call), { status, headers }, isStream ? undefined : body);
      return undefined;
    } catch (error) {
      const { message } = error as Error;
      return OPAQUE_IDS.test(message) ? undefined : message;
    }
  }

  private credentialFor({ document, security }: ApiOperation): Record<string, string> {
    const { securitySchemes = {} } = document.components as Secured;
    const isForPeople = security.length > 0 && security.every((name) => securitySchemes[name]?.bearerFormat === 'JWT');
    return isForPeople ? { authorization: `Bearer ${this.accessToken}` } : { 'x-api-key': this.team.apiKey };
  }
}

/** What other calls need may be gone after it. */
function endsSomething({ method, path }: ApiOperation): boolean {
  return method === 'DELETE' || path.endsWith('/logout');
}

/** An odd path may be that of another route, or of none: also when one of its parts is longer than any id. */
function isOnRoute({ path: template }: ApiOperation, { path }: WireCall): boolean {
  const [address = ''] = path.split('?');
  const segments = template.split('/');
  const given = new URL(path, 'http://parley').pathname.split('/');
  return (
    given.join('/') === address &&
    segments.length === given.length &&
    segments.every((segment, index) =>
      segment.startsWith('{') ? /^[\w.-]{2,2000}$/.test(given[index]!) : segment === given[index],
    )
  );
}

function sentOf({ method, path, headers, body }: WireCall) {
  const sent = typeof body === 'string' ? body.replace(/^\ufeff/, '') || undefined : body;
  return { method, path, headers: new Headers(headers), body: sent?.toString() };
}

function describe(operation: ApiOperation, call: OddCall, problem: string, answer: string): string {
  const sent = String(call.body ?? '');
  return [
    `${nameOf(operation)} (${operation.dialect}), ${call.oddity}: ${problem.slice(0, 2 * SHOWN_CHARS)}`,
    `  sent: ${call.path.slice(0, SHOWN_CHARS)} ${JSON.stringify(sent.slice(0, SHOWN_CHARS))} (${sent.length} characters)`,
    `  answer: ${answer.slice(0, SHOWN_CHARS)}`,
  ].join('\n');
}
