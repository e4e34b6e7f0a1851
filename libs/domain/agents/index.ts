export { agentErrors } from './agents.errors';
export * from './agents.events';
export * from './agents.module';
export { failedCallbacks } from './callbacks/failed-callbacks.queries';
export { AgentExecutions } from './executions/executions.service';
export * from './executions/executions.types';
export { AgentLoops } from './loops/loops.service';
export * from './loops/loops.types';
