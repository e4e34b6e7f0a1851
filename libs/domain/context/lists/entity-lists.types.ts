/** One thing of a list, under its own name and others. */
export interface ListEntry {
  value: string;
  synonyms: string[];
}

/** Things that a team knows by name, e.g. its products. */
export interface EntityList {
  id: string;
  /** What the things are called, e.g. `product`: the type of the entities. */
  type: string;
  entries: ListEntry[];
  createdAt: Date;
  updatedAt: Date;
}

export interface EntityListSummary extends Omit<EntityList, 'entries'> {
  valueCount: number;
}

export interface NewEntityList {
  type: string;
  values: readonly { value: string; synonyms?: readonly string[] | null }[];
}

/** Absent fields stay as they are. */
export type EntityListPatch = Partial<NewEntityList>;

export const LIST_LIMITS = {
  listsPerTeam: 20,
  values: 5_000,
  valueLength: 200,
  synonyms: 20,
  /** Of one list as JSON: every process that answers for the team keeps its lists in memory. */
  bytes: 1_048_576,
} as const;
