/** What a team may want to keep for a time only. Each is removed by the domains that hold it. */
export const RETENTION_KINDS = [
  'conversations',
  'endUsers',
  'learning',
  'analytics',
  'webhookDeliveries',
  'agentExecutions',
  'auditLog',
] as const;
export type RetentionKind = (typeof RETENTION_KINDS)[number];

/** Days; null is for ever, or as long as the installation keeps it. */
export type RetentionDays = Record<RetentionKind, number | null>;

/** What is absent stays as it is. */
export type RetentionPatch = Partial<RetentionDays>;

export const RETENTION_LIMITS = { minDays: 1, maxDays: 3_650 } as const;

export interface TeamRetention {
  days: RetentionDays;
  /** What the installation keeps for so many days at most, whatever the team says. */
  installationDays: Partial<Record<RetentionKind, number>>;
  updatedAt: Date | null;
}

export interface OldRows {
  teamId: string;
  /** What is older goes. */
  before: Date;
  maxRows: number;
}

/** Removes some of what is older, with all that hangs on it; gives how many rows, 0 when nothing is left. */
export type RemoveOld = (old: OldRows) => Promise<number>;

/** What a domain says at start. */
export interface RetentionHolder {
  kind: RetentionKind;
  /** Of the holder, unlike all others. */
  name: string;
  removeOld: RemoveOld;
  /** How long the installation keeps it at most. */
  atMostDays?: number;
}
