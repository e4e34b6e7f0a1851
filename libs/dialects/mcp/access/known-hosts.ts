/**
 * Protection from DNS rebinding: a page of a stranger whose name suddenly resolves to this server calls it under that name, and
 * browsers take the answer for the page's own. So a request is served only under names that cannot be a stranger's, and
 * pages are served only when they come from one of those.
 */
import { isIP } from 'node:net';

/** Every name. */
const ANY = '*';

interface Places {
  publicUrl: string | undefined;
  corsOrigins: readonly string[];
  /** Names that the operator gave; `*` for all. */
  allowedHosts: readonly string[];
}

export class KnownHosts {
  private readonly names: ReadonlySet<string>;
  private readonly isOpen: boolean;

  /** `*` among the origins lets pages read what other APIs answer; it names no host, and opens nothing here. */
  constructor({ publicUrl, corsOrigins, allowedHosts }: Places) {
    const urls = [...(publicUrl ? [publicUrl] : []), ...corsOrigins].filter((url) => URL.canParse(url));
    this.names = new Set([...urls.map((url) => new URL(url).hostname), ...allowedHosts.map(asName)]);
    this.isOpen = allowedHosts.includes(ANY);
  }

  /** @param host as in the header `Host`, with or without a port */
  knows(host: string): boolean {
    const name = nameIn(host);
    if (name === undefined) return false;
    return this.isOpen || this.names.has(name) || isNobodysName(name);
  }

  /** @param origin as in the header `Origin` */
  trusts(origin: string, host: string): boolean {
    if (!URL.canParse(origin)) return false;
    const { hostname, host: place } = new URL(origin);
    return this.isOpen || this.names.has(hostname) || isLoopback(hostname) || place === host.toLowerCase();
  }
}

/**
 * Names that nobody can point elsewhere: addresses, `localhost`, and names without a dot, which no domain of the public DNS has:
 * those of containers and of services within a cluster.
 */
function isNobodysName(name: string): boolean {
  return isLoopback(name) || isAddress(name) || !name.includes('.');
}

function isLoopback(name: string): boolean {
  if (name === 'localhost' || name.endsWith('.localhost') || name === '[::1]') return true;
  return name.startsWith('127.') && isAddress(name);
}

function isAddress(name: string): boolean {
  return isIP(name.replace(/^\[|\]$/g, '')) !== 0;
}

function nameIn(host: string): string | undefined {
  const url = `http://${host}`;
  if (!URL.canParse(url) || /[/?#@\\]/.test(host)) return undefined;
  return new URL(url).hostname.replace(/\.$/, '');
}

function asName(host: string): string {
  return nameIn(host) ?? host;
}
