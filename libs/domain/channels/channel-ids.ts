/**
 * Ids in what platforms and their owners' programs see of channels: addresses, and answers to generic webhooks. They are those
 * of the paths that platforms call, `ch_` and the 32 hexadecimal digits of the key.
 */
import { prefixedId } from '#kernel';

const PREFIXES = { channel: 'ch', conversation: 'conv', message: 'msg' } as const;

export function outwardId(kind: keyof typeof PREFIXES, id: string): string {
  return prefixedId(PREFIXES[kind], id);
}
