import { type IdCodec, prefixedIds } from '#infra/http';

/** By the nouns of the dialect; the requests to back-ends have the same ones (`#domain/integrations`). */
export const MANAGER_IDS: IdCodec = prefixedIds({
  bot: 'bot',
  integration: 'int',
  channel: 'ch',
  conversation: 'conv',
  message: 'msg',
  'agent loop': 'loop',
  execution: 'exec',
  webhook: 'wh',
});

/** RFC 9562 §5.9. No row has it. */
const NIL_UUID = '00000000-0000-0000-0000-000000000000';

/** Of what may be missing. */
export function idOrNull(kind: string, key: string | null | undefined): string | null {
  return key == null ? null : MANAGER_IDS.encode(kind, key);
}

/** For ids in bodies and queries: what cannot be one is the key of nothing, so that it ends like an unknown one. */
export function keyOrNone(kind: string, id: string): string {
  return MANAGER_IDS.decode(kind, id) ?? NIL_UUID;
}
