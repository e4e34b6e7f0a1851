/** Where the server of a facade is. */

/** Published clients are given the address of one dialect; ours begin at the server. */
export function serverAddress(url: string): string {
  return url.replace(/\/+$/, '').replace(/\/(?:api\/v1|api|v1)$/, '');
}

/** Names in place of addresses. */
export type Environments = Readonly<Record<string, string>>;

/**
 * `production` is where the page comes from, or what PARLEY_BASE_URL names in the environment of a server; `development` and
 * `sandbox` are Parley on this machine. `environments` has your own names.
 *
 * @throws TypeError for a name that says nothing
 */
export function addressOf(environment: string, environments: Environments = {}): string {
  const own = environments[environment];
  if (own !== undefined) return serverAddress(own);
  if (/^https?:\/\//.test(environment)) return serverAddress(environment);
  if (environment === 'development' || environment === 'sandbox') return 'http://localhost:3000';
  const production = environment === 'production' ? productionAddress() : undefined;
  if (production !== undefined) return serverAddress(production);
  throw new TypeError(
    `Where is "${environment}"? Give its address as baseUrl, in environments, or in PARLEY_BASE_URL for production.`,
  );
}

interface Surroundings {
  process?: { env?: Record<string, string | undefined> };
  location?: { origin?: string };
}

function productionAddress(): string | undefined {
  const { process, location } = globalThis as Surroundings;
  return process?.env?.PARLEY_BASE_URL || (/^https?:/.test(location?.origin ?? '') ? location?.origin : undefined);
}
