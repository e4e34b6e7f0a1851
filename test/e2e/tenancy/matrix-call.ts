import {
  type ApiOperation,
  type Caller,
  type Heard,
  type NamedPlace,
  namedPlaces,
  nameOf,
  sampleCall,
  type WireCall,
} from '#testing/documented-calls';
import type { FurnishedTeam } from '#testing/furnished-team';
import type { ApiContract } from '#testing/parley';
import type { MatrixCaller } from './callers';
import type { Expectation } from './expectations';

/** One cell of the matrix: who calls what, and what they name of the other team. */
export interface MatrixCall {
  caller: MatrixCaller;
  operation: ApiOperation;
  foreign: readonly NamedPlace[];
}

export interface Parties {
  team: FurnishedTeam;
  stranger: FurnishedTeam;
}

/**
 * What one can name of the other team in a path: everything; and where that is more than one thing, each alone, within what is
 * one's own.
 */
export function foreignPaths(operation: ApiOperation): NamedPlace[][] {
  const inPath = namedPlaces(operation).filter(({ in: place }) => place === 'path');
  const owned = inPath.filter(({ value }) => value.isOwned);
  return owned.length > 1 ? [inPath, ...owned.map((place) => [place])] : [inPath];
}

/** Makes the call. @returns what is wrong with its answer, if anything */
export async function problemOf(
  { caller, operation, foreign }: MatrixCall,
  expected: Expectation,
  parties: Parties,
  tools: { wire: Caller; contract: ApiContract },
): Promise<string | undefined> {
  if (expected === 'not called') return undefined;
  const { team, stranger } = parties;
  const isForeign = ({ name, in: place }: NamedPlace) =>
    foreign.some((other) => other.name === name && other.in === place);
  const order = sampleCall(operation, (place) => (isForeign(place) ? team : stranger), foreign);
  const headers = { ...order.headers, ...caller.headers };
  const what = `${nameOf(operation)} (${operation.dialect}) by ${caller.name}${namesOf(foreign)}`;
  try {
    const heard = await tools.wire.call({ ...order, headers });
    return complaint(heard, expected, team) ?? outsideOfDocument(heard, { ...order, headers }, tools.contract);
  } catch (error) {
    return `${what}: ${(error as Error).message}`;
  }

  function complaint(heard: Heard, statuses: readonly number[] | 'own things', { marker }: FurnishedTeam) {
    if (heard.text.includes(marker)) return `${what} was told of the other team: ${heard.text.slice(0, 300)}`;
    if (statuses === 'own things' ? heard.status < 500 : statuses.includes(heard.status)) return undefined;
    return `${what} was answered ${heard.status} in place of ${statuses}: ${heard.text.slice(0, 200)}`;
  }
}

function outsideOfDocument(
  heard: Heard,
  { method, path, headers, body }: WireCall,
  contract: ApiContract,
): string | undefined {
  try {
    const isStream = heard.headers.get('content-type')?.startsWith('text/event-stream');
    contract.check({ method, path, headers: new Headers(headers), body }, heard, isStream ? undefined : heard.body);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

function namesOf(foreign: readonly NamedPlace[]): string {
  return foreign.length > 0 ? `, naming ${foreign.map(({ in: place, name }) => `${place} ${name}`).join(', ')}` : '';
}
