/** The manager dialect: bots, integrations, channels, agent loops. */
import { MANAGER_OPERATIONS, type ManagerOperations } from '../generated/manager.operations';
import type { operations } from '../generated/manager.types';
import { type DialectClient, dialectOf } from '../operations';
import type { RequestOptions } from '../options';
import { follow } from '../streams/follow';
import type { EventsOf } from '../streams/source-of';

export type ManagerExecutionEvent = EventsOf<operations['followExecution']>;

const ENDED = new Set<string>(['completed', 'failed', 'timeout', 'cancelled']);

const Base: new (...args: ConstructorParameters<typeof DialectClient>) => DialectClient & ManagerOperations =
  dialectOf<ManagerOperations>(MANAGER_OPERATIONS);

export class ManagerClient extends Base {
  /** What an agent does, until it has ended. A connection that breaks is taken up again where it was. */
  followExecution({ id, execution_id }: { id: string; execution_id: string }, options: RequestOptions = {}) {
    const path = `/v1/agent-loops/${encodeURIComponent(id)}/executions/${encodeURIComponent(execution_id)}/events`;
    const isLast = ({ type, data }: ManagerExecutionEvent) => type === 'status' && ENDED.has(data.status);
    return follow<ManagerExecutionEvent>(this.transport, path, isLast, options);
  }
}
