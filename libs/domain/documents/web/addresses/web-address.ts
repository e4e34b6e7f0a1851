/**
 * Addresses of pages, in one form each, so that a page that is linked in two ways is one page: without a fragment, without a
 * default port, with the path as the platform's URL parser writes it. Queries stay as they are, since their order may matter.
 */
import { WEB_LIMITS, type WebSourceKind } from '../web-sources.types';

const SITEMAP_PATH = /(\.xml|\.xml\.gz|\/robots\.txt)$/i;
/** Only these tell where a visitor came from, never what a page holds. */
const TRACKING = /^(utm_[a-z]+|gclid|fbclid|msclkid)$/i;

/** Undefined for what is no address of a page: other schemes, user names, and what is too long to be kept. */
export function webAddress(text: string, base?: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || !URL.canParse(trimmed, base)) return undefined;
  const url = new URL(trimmed, base);
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '' || url.hostname === '')
    return undefined;
  url.hash = '';
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  return url.href.length > WEB_LIMITS.urlLength ? undefined : url.href;
}

/** A site is one host, with and without `www.`, by http and https; another port is another site. */
export function isSameSite(one: string, other: string): boolean {
  return siteOf(one) === siteOf(other);
}

/** Whether a path begins with one of `include`, if there are any, and with none of `exclude`. */
export function isTaken(address: string, { include, exclude }: PathRules): boolean {
  const { pathname } = new URL(address);
  const begins = (prefix: string) => pathname.startsWith(prefix);
  return (include.length === 0 || include.some(begins)) && !exclude.some(begins);
}

export interface PathRules {
  include: readonly string[];
  exclude: readonly string[];
}

/** What somebody means who gives this address and says no more: a sitemap, or the front of a site, is not one page. */
export function kindOf(address: string): WebSourceKind {
  const { pathname, search } = new URL(address);
  return SITEMAP_PATH.test(pathname) || (pathname === '/' && search === '') ? 'sitemap' : 'page';
}

/** The last part of the path, for people; the host where there is none. */
export function nameOf(address: string): string {
  const { pathname, hostname } = new URL(address);
  const last = pathname.split('/').findLast((part) => part !== '') ?? '';
  try {
    return decodeURIComponent(last) || hostname;
  } catch {
    return last;
  }
}

function siteOf(address: string): string {
  const { hostname, port } = new URL(address);
  return `${hostname.replace(/^www\./, '').replace(/\.$/, '')}:${port}`;
}
