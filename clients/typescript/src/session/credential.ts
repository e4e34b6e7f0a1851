/** What proves who is asking. */
export interface Credential {
  authorization(): Promise<Record<string, string>>;
  /** Tries to get a new one after a 401; false when there is none to be had. */
  renew(): Promise<boolean>;
}

/** An API key of a team or of a bot, a public key of a page, or the token of one conversation. */
export function keyCredential(key: string | undefined): Credential {
  const headers: Record<string, string> = key === undefined ? {} : { Authorization: `Bearer ${key}` };
  return { authorization: async () => headers, renew: async () => false };
}
