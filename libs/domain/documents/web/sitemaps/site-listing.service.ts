/**
 * Finds the pages of a source. What a listing names is trusted as far as this: it is `isWhole` when every sitemap could be
 * read to its end, and only then has a page gone that it does not name. A sitemap that names none of our pages is an error,
 * never a site without pages.
 */
import { Injectable } from '@nestjs/common';
import { Pace } from '#providers/text-extraction';
import { isSameSite, isTaken, webAddress } from '../addresses/web-address';
import { unpacked } from '../fetching/decoded-body';
import { WebClient } from '../fetching/web-client';
import { asUtf8 } from '../pages/page-text';
import { webErrors } from '../web-sources.errors';
import type { WebSource } from '../web-sources.types';
import type { SiteRules } from './site-rules.service';
import { type ReadSitemap, readSitemap } from './sitemap-reader';

export interface SiteListing {
  /** In the order of the sitemaps, each once. */
  addresses: readonly string[];
  isWhole: boolean;
}

/** Files of one listing. */
const MAX_SITEMAPS = 50;
/** Of one file, unpacked. The protocol allows 50 MB, which hold 50,000 addresses; that many we do not take. */
const MAX_SITEMAP_BYTES = 20 * 1024 * 1024;
const MAX_ADDRESSES = 50_000;
const ACCEPT = 'application/xml, text/xml, text/plain;q=0.8, */*;q=0.1';

type Wanted = Pick<WebSource, 'url' | 'kind' | 'include' | 'exclude'>;

/** A listing on its way. */
interface Progress {
  found: Set<string>;
  /** Sitemaps that are still to be read, and all that were named. */
  waiting: string[];
  seen: Set<string>;
  isWhole: boolean;
}

@Injectable()
export class SiteListings {
  constructor(private readonly client: WebClient) {}

  /** @throws AppError `web_sources.no_sitemap`, `.sitemap_unreadable`, `.sitemap_empty`, `.site_failing`; the reason of the signal */
  async find(source: Wanted, site: SiteRules, signal: AbortSignal): Promise<SiteListing> {
    if (source.kind === 'page') return { addresses: [source.url], isWhole: true };
    const { starts, isGuess } = startsOf(source.url, site);
    const progress: Progress = { found: new Set(), waiting: starts, seen: new Set(starts), isWhole: true };
    let readCount = 0;
    for (let next = progress.waiting.shift(); next !== undefined; next = progress.waiting.shift()) {
      const isOnly = readCount === 0 && progress.waiting.length === 0;
      const sitemap = await this.read(next, { site, signal, mayFail: !isOnly, isGuess });
      if (!sitemap) progress.isWhole = false;
      else {
        readCount += 1;
        await collect(sitemap, { source, from: next, progress, pace: new Pace(signal) });
      }
    }
    if (progress.found.size === 0) throw webErrors.sitemap_empty();
    return { addresses: [...progress.found], isWhole: progress.isWhole };
  }

  /** Undefined when it could not be read, and there are others. */
  private async read(address: string, { site, signal, mayFail, isGuess }: Reading): Promise<ReadSitemap | undefined> {
    const { pauseMs } = site;
    const request = { address, accept: ACCEPT, maxBytes: MAX_SITEMAP_BYTES, pauseMs, allows: () => true, signal };
    const answer = await this.client.get(request);
    if (answer.kind === 'content') {
      const bytes = await unpacked(answer.bytes, MAX_SITEMAP_BYTES);
      const text =
        bytes &&
        asUtf8(bytes, answer.contentType, false)
          .toString()
          .replace(/^\uFEFF/, '');
      const sitemap = text === undefined ? undefined : await readSitemap(text, MAX_ADDRESSES, new Pace(signal));
      if (sitemap || mayFail) return sitemap;
      throw isGuess ? webErrors.no_sitemap() : webErrors.sitemap_unreadable();
    }
    if (mayFail) return undefined;
    if (isGuess && answer.kind === 'gone') throw webErrors.no_sitemap();
    const why = answer.kind === 'failed' ? answer.error.message : 'It is not there.';
    const isSilent = answer.kind === 'failed' && answer.isSilent;
    const message = `The sitemap could not be read: ${why}`;
    throw isSilent ? webErrors.site_failing({ message }) : webErrors.sitemap_unreadable({ message });
  }
}

interface Reading {
  site: SiteRules;
  signal: AbortSignal;
  mayFail: boolean;
  /** Nobody has said that there is one at this address. */
  isGuess: boolean;
}

/** Of a site's front page or its robots.txt the sitemaps that it names; of any other address, itself. */
function startsOf(url: string, { sitemaps }: SiteRules): { starts: string[]; isGuess: boolean } {
  const { pathname } = new URL(url);
  if (pathname !== '/' && pathname !== '/robots.txt') return { starts: [url], isGuess: false };
  const named = sitemaps.flatMap((text) => webAddress(text, url) ?? []).filter((address) => isSameSite(address, url));
  if (named.length > 0) return { starts: [...new Set(named)], isGuess: false };
  return { starts: [new URL('/sitemap.xml', url).href], isGuess: true };
}

/** Sitemaps and pages of other hosts are none of ours. */
async function collect(
  { kind, addresses, isWhole }: ReadSitemap,
  { source, from, progress, pace }: { source: Wanted; from: string; progress: Progress; pace: Pace },
): Promise<void> {
  if (!isWhole) progress.isWhole = false;
  for (const text of addresses) {
    await pace.step();
    const address = webAddress(text, from);
    if (address === undefined || !isSameSite(address, source.url)) continue;
    if (kind === 'pages') addPage(address, source, progress);
    else addSitemap(address, progress);
  }
}

function addPage(address: string, source: Wanted, progress: Progress): void {
  if (!isTaken(address, source) || progress.found.has(address)) return;
  if (progress.found.size >= MAX_ADDRESSES) progress.isWhole = false;
  else progress.found.add(address);
}

function addSitemap(address: string, progress: Progress): void {
  if (progress.seen.has(address)) return;
  if (progress.seen.size >= MAX_SITEMAPS) progress.isWhole = false;
  else {
    progress.seen.add(address);
    progress.waiting.push(address);
  }
}
