/** `LISTEN x`, `UNLISTEN "X"` or `UNLISTEN *` as one whole statement. */
const COMMAND = /^\s*(un)?listen\s+(?:"((?:[^"]|"")+)"|([a-z_][\w$]*)|(\*))\s*;?\s*$/i;

export interface ChannelCommand {
  verb: 'listen' | 'unlisten';
  /** Undefined means all channels. */
  channel: string | undefined;
}

/** What the statement does to the client's channels; undefined for every other statement. */
export function channelCommand(sql: string): ChannelCommand | undefined {
  const match = COMMAND.exec(sql);
  if (!match) return undefined;
  const [, unlisten, quoted, plain] = match;
  const channel = quoted?.replaceAll('""', '"') ?? plain?.toLowerCase();
  return { verb: unlisten ? 'unlisten' : 'listen', channel };
}
