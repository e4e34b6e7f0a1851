import type { z } from 'zod';
import type { EnvVariable } from './env-variable';
import { CONVERSATION_VARIABLES } from './variables/conversations';
import { LIMIT_VARIABLES } from './variables/limits';
import { OBSERVATION_VARIABLES } from './variables/observation';
import { OUTSIDE_VARIABLES } from './variables/outside';
import { PEOPLE_VARIABLES } from './variables/people';
import { PROCESS_VARIABLES } from './variables/processes';
import { STORE_VARIABLES } from './variables/stores';

/**
 * Every environment variable that Parley reads: its type, default and meaning. `.env.example` and the table in
 * `docs/configuration.md` are generated from it, in this order.
 */
export const ENV_SCHEMA = {
  ...PROCESS_VARIABLES,
  ...STORE_VARIABLES,
  ...PEOPLE_VARIABLES,
  ...OUTSIDE_VARIABLES,
  ...CONVERSATION_VARIABLES,
  ...LIMIT_VARIABLES,
  ...OBSERVATION_VARIABLES,
} satisfies Record<string, EnvVariable>;

export type EnvName = keyof typeof ENV_SCHEMA;
export type Env = { [Name in EnvName]: z.output<(typeof ENV_SCHEMA)[Name]['schema']> };
