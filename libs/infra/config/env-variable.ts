import type { z } from 'zod';

/** A variable of the environment. A secret never has a default here. */
export interface EnvVariable {
  schema: z.ZodType<unknown, string | undefined>;
  /** Shown in the docs; undefined means there is none. */
  defaultText?: string;
  meaning: string;
  secret?: boolean;
}
