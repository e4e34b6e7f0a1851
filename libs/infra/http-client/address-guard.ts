/**
 * The one way out to addresses that teams give: a request reaches no private address, whatever its URL says. Three
 * gates:
 *
 * 1. `check` reads the URL: scheme, no credentials, and a literal address in any spelling (the URL parser of the platform
 *    writes decimal, octal, hexadecimal and short forms as dotted ones).
 * 2. `lookup` resolves a name when a connection is made, and gives the socket checked addresses only. There is no second
 *    resolution, so that a name cannot change between the check and the connection.
 * 3. `fetch` and `request` go through both and do not follow redirects.
 */

import type { LookupAddress } from 'node:dns';
import { lookup as resolveName } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import { Agent, type RequestInit as UndiciRequestInit, fetch as undiciFetch } from 'undici';
import { AppError } from '#kernel';
import { isPublicAddress } from './address-classes';
import { httpClientErrors } from './http-client.errors';

export interface AddressGuardSettings {
  allowsPrivateAddresses: boolean;
  /** All addresses of a name; the system's resolver unless given. */
  resolve?: (hostname: string) => Promise<LookupAddress[]>;
}

/** What `request` sends. */
export interface OutgoingRequest {
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  headers?: Readonly<Record<string, string>>;
  body?: string | Uint8Array;
  /** Ends the exchange, the body of the answer too. */
  signal?: AbortSignal;
}

/** An answer as it comes in, redirects and errors like any other. */
export interface Answer {
  status: number;
  /** By names in lower case; a list where a header came more than once. */
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** To be read or destroyed, see `readBody`: until then it holds its connection. */
  body: Readable;
}

const CONNECT_TIMEOUT_MS = 10_000;
const KEEP_ALIVE_MS = 30_000;
/** To one origin. */
const MAX_CONNECTIONS = 256;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** Names of the host itself (RFC 6761, section 6.3), whatever a resolver makes of them. */
const LOCALHOST = /(^|\.)localhost\.?$/i;

export class AddressGuard {
  private readonly agent: Agent;
  private sibling: AddressGuard | undefined;

  constructor(private readonly settings: AddressGuardSettings) {
    this.agent = new Agent({
      connect: { lookup: this.lookup, timeout: CONNECT_TIMEOUT_MS },
      connections: MAX_CONNECTIONS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      // As of the platform's fetch: a call that is given up closes its own connection and nobody else's.
      allowH2: false,
    });
  }

  /**
   * The guard for an address, by who gave it. `trusted`: the operator or an administrator, whose address may be private; it
   * is still checked for its form, and redirects are still errors.
   */
  guardFor({ trusted }: { trusted: boolean }): AddressGuard {
    if (!trusted || this.settings.allowsPrivateAddresses) return this;
    this.sibling ??= new AddressGuard({ ...this.settings, allowsPrivateAddresses: true });
    return this.sibling;
  }

  /**
   * What can be said of a URL without asking anybody; a name may still turn out to be private.
   *
   * @throws AppError `http_client.address_invalid`, `http_client.address_refused`
   */
  check(url: string | URL): void {
    this.checked(url);
  }

  /**
   * As `check`, and asks what the name resolves to: for addresses that are about to be stored, so that whoever gives them
   * learns at once. It does not replace the check at the connection.
   *
   * @throws AppError as `check`, and `http_client.name_unknown`
   */
  async checkResolved(url: string | URL): Promise<void> {
    const { hostname } = this.checked(url);
    if (addressIn(hostname) !== undefined) return;
    await this.addressesOf(hostname).catch((error: unknown) => {
      throw error instanceof AppError ? error : httpClientErrors.name_unknown({ cause: error });
    });
  }

  /**
   * For `net.connect`, `tls.connect` and whatever takes their options. Sockets do not look up literal addresses: call `check`
   * before.
   */
  readonly lookup: LookupFunction = (hostname, options, callback) => {
    const answer = (found: readonly LookupAddress[]): void => {
      const fitting = found.filter(({ family }) => !options.family || family === familyOf(options.family));
      const [first] = fitting;
      if (first === undefined) callback(noAddress(hostname), '');
      else if (options.all) callback(null, fitting);
      else callback(null, first.address, first.family);
    };
    this.addressesOf(hostname).then(answer, (error: Error) => callback(error, ''));
  };

  /**
   * @throws AppError `http_client.address_invalid`, `.address_refused` or `.redirected`; else what `fetch` throws. The
   * `redirect` of the caller is not heeded.
   */
  readonly fetch: typeof fetch = async (input, init) => {
    const { url, ...request } = requestOf(input, init);
    this.check(url);
    const outgoing = { ...request, redirect: 'manual', dispatcher: this.agent } as UndiciRequestInit;
    const response = await undiciFetch(url, outgoing).catch((error: unknown) => {
      throw refusalIn(error) ?? error;
    });
    if (REDIRECTS.has(response.status)) {
      await response.body?.cancel();
      throw httpClientErrors.redirected();
    }
    return response as unknown as Response;
  };

  /**
   * One exchange without what makes `fetch` three times as dear: for what is sent in thousands. Nothing is followed: the
   * status of a redirect is the answer. It has no time limit of its own: give a signal.
   *
   * @throws AppError `http_client.address_invalid`, `.address_refused`; the reason of the signal; else what undici throws
   */
  readonly request = async (address: string | URL, outgoing: OutgoingRequest): Promise<Answer> => {
    const { origin, pathname, search } = this.checked(address);
    const { method, headers, body, signal } = outgoing;
    const options = {
      origin,
      path: pathname + search,
      method,
      headers: headers as Record<string, string>,
      body,
      signal,
    };
    const answer = await this.agent.request(options).catch((error: unknown) => {
      throw refusalIn(error) ?? error;
    });
    return { status: answer.statusCode, headers: answer.headers, body: answer.body };
  };

  /** Hangs up on everybody. */
  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.agent.destroy(), this.sibling?.onApplicationShutdown()]);
  }

  private checked(text: string | URL): URL {
    const url = parsed(text);
    if (url === undefined || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
      throw httpClientErrors.address_invalid();
    this.checkHost(url.hostname);
    return url;
  }

  private checkHost(hostname: string): void {
    if (this.settings.allowsPrivateAddresses) return;
    const literal = addressIn(hostname);
    const isRefused = literal === undefined ? LOCALHOST.test(hostname) : !isPublicAddress(literal);
    if (isRefused) throw httpClientErrors.address_refused();
  }

  /** All or none: a name that has a private address beside a public one is refused. */
  private async addressesOf(hostname: string): Promise<LookupAddress[]> {
    this.checkHost(hostname);
    const { resolve = resolveAll, allowsPrivateAddresses } = this.settings;
    const found = await resolve(hostname);
    if (found.length === 0) throw noAddress(hostname);
    if (!allowsPrivateAddresses && !found.every(({ address }) => isPublicAddress(address)))
      throw httpClientErrors.address_refused();
    return found;
  }
}

function resolveAll(hostname: string): Promise<LookupAddress[]> {
  return resolveName(hostname, { all: true });
}

function parsed(url: string | URL): URL | undefined {
  if (typeof url !== 'string') return url;
  return URL.parse(url) ?? undefined;
}

/** The literal address that a hostname is; IPv6 stands in brackets. */
function addressIn(hostname: string): string | undefined {
  const bare = hostname.replace(/^\[(.*)\]$/, '$1');
  return isIP(bare) === 0 ? undefined : bare;
}

function familyOf(family: number | 'IPv4' | 'IPv6'): number {
  return typeof family === 'number' ? family : Number(family.slice(-1));
}

function noAddress(hostname: string): Error {
  return Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`), { code: 'ENOTFOUND', hostname });
}

/** A request of the platform's own fetch is not one of undici's: its parts are taken. */
function requestOf(input: string | URL | Request, init: RequestInit | undefined): RequestInit & { url: string } {
  if (typeof input === 'string' || input instanceof URL) return { ...init, url: String(input) };
  const { url, method, headers, body, signal } = input;
  return { method, headers, body, signal, ...(body === null ? {} : { duplex: 'half' }), ...init, url };
}

/** The refusal of our own `lookup`, which `fetch` wraps. */
function refusalIn(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error;
  return error instanceof Error ? refusalIn(error.cause) : undefined;
}
