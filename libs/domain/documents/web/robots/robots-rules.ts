/**
 * What a site lets us read (RFC 9309), by `robots-parser`. Its matching of a pattern with wildcards takes the length of the
 * pattern times that of the path, and both are strangers' texts: so wildcards are bounded.
 */
import robotsParser from 'robots-parser';

/** The name that a robots.txt calls us by. */
export const ROBOTS_NAME = 'ParleyBot';
export const USER_AGENT = `${ROBOTS_NAME}/1.0`;
/** The RFC asks for 500 KiB at least. */
export const MAX_ROBOTS_BYTES = 512 * 1024;
/** Together: some 50 ms for the longest address. */
const MAX_WILDCARD_CHARS = 20_000;
const MAX_CRAWL_DELAY_MS = 10_000;

export interface RobotsRules {
  allows(address: string): boolean;
  /** Between two requests, as far as we honour it; 0 when the site does not say. */
  crawlDelayMs: number;
  sitemaps: readonly string[];
}

export const ALLOW_ALL: RobotsRules = { allows: () => true, crawlDelayMs: 0, sitemaps: [] };

/** @param address of the robots.txt */
export function robotsRules(address: string, text: string): RobotsRules {
  const rules = robotsParser(address, bounded(text));
  const delayS = rules.getCrawlDelay(ROBOTS_NAME) ?? 0;
  const { origin } = new URL(address);
  return {
    // The parser answers for its own origin alone; www. and the other scheme are the same site.
    allows: (page) => rules.isAllowed(origin + pathOf(page), ROBOTS_NAME) !== false,
    crawlDelayMs: Number.isFinite(delayS) ? Math.min(Math.max(0, delayS * 1_000), MAX_CRAWL_DELAY_MS) : 0,
    sitemaps: [...new Set(rules.getSitemaps())],
  };
}

function pathOf(page: string): string {
  const { pathname, search } = new URL(page);
  return pathname + search;
}

function bounded(text: string): string {
  let left = MAX_WILDCARD_CHARS;
  const kept = text.split(/\r\n|\r|\n/).filter((line) => {
    if (!line.includes('*') || /^\s*user-agent/i.test(line)) return true;
    left -= line.length;
    return left >= 0;
  });
  return kept.join('\n');
}
