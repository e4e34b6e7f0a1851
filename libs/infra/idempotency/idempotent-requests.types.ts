/** A request that named a key of its caller's. */
export interface KeyedRequest {
  teamId: string;
  /** `principalOf` the actor: keys of others are other keys. */
  principal: string;
  key: string;
  /** SHA-256 of method, path and query. */
  targetDigest: Buffer;
  /** SHA-256 of the body; undefined while it is still arriving. */
  bodyDigest: Buffer | undefined;
}

/** What the caller was told, and is told again. */
export interface RecordedAnswer {
  status: number;
  headers: Readonly<Record<string, string | readonly string[]>>;
  /** Null when there was none. */
  body: string | null;
}

/** The right to execute the request now. */
export interface Execution {
  /** Of the act (UUID): the same when it is begun again because a process died. */
  readonly id: string;
  readonly claimId: string;
}

/** Of an earlier execution. `bodyDigest` is for who could not tell the body beforehand. */
export interface Replay {
  answer: RecordedAnswer;
  bodyDigest: Buffer;
}
