import type { PageRequest } from '#kernel';

/** What callers check datasets and examples against. Lengths in characters, metadata as JSON in UTF-8. */
export const DATASET_LIMITS = {
  nameLength: 200,
  descriptionLength: 4_000,
  domainLength: 100,
  inputLength: 2_000,
  outputLength: 8_000,
  intentLength: 200,
  metadataBytes: 8_192,
} as const;

/** Of one call: what one statement inserts in well under a second, also on the embedded database. */
export const MAX_NEW_EXAMPLES = 10_000;
/** Of a dataset, and of all datasets of a session together: what a training holds in memory. */
export const MAX_EXAMPLES = 200_000;
/** The first ones, that a dataset is shown with; the others are listed by pages. */
export const SHOWN_EXAMPLES = 100;
/** As `SHOWN_EXAMPLES`, of each dataset in a list. */
export const SHOWN_EXAMPLES_IN_LISTS = 10;

export interface Dataset {
  id: string;
  teamId: string;
  botId: string;
  name: string;
  description: string | null;
  domain: string;
  /** False: no session may be trained from it. */
  isActive: boolean;
  exampleCount: number;
  /** The first ones only. */
  examples: Example[];
  createdAt: Date;
  updatedAt: Date;
}

export interface Example {
  id: string;
  input: string;
  output: string;
  /** Said apart, or made of the output; `__oos__` marks what is out of scope. */
  intent: string;
  metadata: Record<string, unknown> | null;
}

export interface NewExample {
  input: string;
  output: string;
  /** Default: `metadata.intent`, else the output itself. */
  intent?: string | null;
  metadata?: Record<string, unknown> | null;
}

export interface NewDataset {
  name: string;
  description?: string | null;
  /** Default: `general`. */
  domain?: string | null;
  examples?: readonly NewExample[];
}

/** Absent leaves a field as it is, null clears it or brings back its default. */
export interface DatasetPatch {
  name?: string;
  description?: string | null;
  domain?: string | null;
  isActive?: boolean;
}

export interface ExampleListRequest extends PageRequest {
  intent?: string;
  /** Part of an input or an output, whatever the case. */
  search?: string;
}
