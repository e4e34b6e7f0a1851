import type { ServerContext } from '@modelcontextprotocol/server';

/** Tells the caller how far a call is; `value` grows from one time to the next. */
export type Progress = (value: number, message: string) => Promise<void>;

/** Undefined when the caller did not ask for it. */
export function progressOf({ _meta, notify }: ServerContext['mcpReq']): Progress | undefined {
  const progressToken = _meta?.progressToken;
  if (progressToken === undefined) return undefined;
  return (progress, message) =>
    notify({ method: 'notifications/progress', params: { progressToken, progress, message } });
}
