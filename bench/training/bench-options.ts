/** What the command line asks for. */
import { option } from '../retrieval/options';
import type { Part } from './intent-sets';
import { protocols } from './protocols/trials';
import { peerNames, usualPeers } from './subjects/peers';

const MINUTE_MS = 60_000;

/** Where the sets are. */
export function dataOption(): string {
  const folder = option('data');
  if (folder === undefined) throw new Error('Say where the sets are: --data <folder>');
  return folder;
}

export function judgeOption(): Part {
  return chosen('judge', ['test', 'valid'] as const, ['test'])[0]!;
}

export const protocolsOption = () => new Set(chosen('protocols', protocols, protocols));
export const peersOption = () => (option('peers') === 'none' ? [] : chosen('peers', peerNames, usualPeers));
export const peerLimitOption = () => Number(option('peer-minutes') ?? 15) * MINUTE_MS;

/** `--name a,b` of what there is. */
function chosen<Name extends string>(name: string, known: readonly Name[], usual: readonly Name[]): readonly Name[] {
  const wanted = option(name)?.split(',');
  const unknown = wanted?.find((one) => !known.some((other) => other === one));
  if (unknown !== undefined) throw new Error(`--${name} knows ${known.join(', ')}, not ${unknown}`);
  return wanted ? known.filter((one) => wanted.includes(one)) : usual;
}
