import { ApiContract, type FrameCheck, type SentRequest } from './api-contract';

let contract: ApiContract | undefined;

/** The contract while tests run; benches measure, and a run that rewrites the documents has none yet. */
export function contractOfRun(): ApiContract | undefined {
  if (!process.env.PARLEY_TEST_RUN || process.env.UPDATE_OPENAPI === 'true') return undefined;
  contract ??= new ApiContract();
  return contract;
}

export type { Document, Schema } from './documented-operations';
export type { FrameCheck, SentRequest };
export { ApiContract };
