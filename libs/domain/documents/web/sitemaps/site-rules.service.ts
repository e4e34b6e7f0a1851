import { Injectable } from '@nestjs/common';
import { Config } from '#infra/config';
import { WebClient } from '../fetching/web-client';
import { ALLOW_ALL, MAX_ROBOTS_BYTES, type RobotsRules, robotsRules } from '../robots/robots-rules';
import { webErrors } from '../web-sources.errors';

/** How a site may be read. */
export interface SiteRules extends Pick<RobotsRules, 'allows' | 'sitemaps'> {
  pauseMs: number;
}

@Injectable()
export class SiteRulesReader {
  private readonly delayMs: number;

  constructor(
    private readonly client: WebClient,
    { webSources }: Config,
  ) {
    this.delayMs = webSources.delayMs;
  }

  /**
   * Of the site of an address. One without a robots.txt, or that refuses it to us, allows all; one that cannot give it now
   * allows nothing (RFC 9309, 2.3.1).
   *
   * @throws AppError `web_sources.site_failing`, `.address_refused`; the reason of the signal
   */
  async read(address: string, signal: AbortSignal): Promise<SiteRules> {
    const { allows, sitemaps, crawlDelayMs } = await this.robotsOf(new URL('/robots.txt', address).href, signal);
    return { allows, sitemaps, pauseMs: Math.max(this.delayMs, crawlDelayMs) };
  }

  private async robotsOf(address: string, signal: AbortSignal): Promise<RobotsRules> {
    const answer = await this.client.get({
      address,
      accept: 'text/plain, */*;q=0.1',
      maxBytes: MAX_ROBOTS_BYTES,
      pauseMs: this.delayMs,
      allows: () => true,
      signal,
    });
    if (answer.kind === 'content') return robotsRules(address, answer.bytes.toString());
    if (answer.kind !== 'failed') return ALLOW_ALL;
    const { error, isSilent } = answer;
    if (error.code === webErrors.address_refused().code) throw error;
    if (!isSilent && error.code !== webErrors.too_large().code) return ALLOW_ALL;
    throw webErrors.site_failing({ message: `The robots.txt of the site could not be read: ${error.message}` });
  }
}
