/**
 * A site on this machine whose pages a test can change: entity tags and conditional requests as a good server has them, a
 * robots.txt, sitemaps, and bad manners on demand. It writes down what it is asked.
 */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

export interface SitePage {
  status?: number;
  headers?: Readonly<Record<string, string>>;
  body?: string | Uint8Array;
  /** Packed on its way, as servers do; not the same as a file that is packed. */
  isPacked?: boolean;
}

export interface SiteRequest {
  path: string;
  headers: Readonly<Record<string, string | undefined>>;
  status: number;
}

const HTML = { 'content-type': 'text/html; charset=utf-8' };

export class WebSite {
  /** Without a slash at its end. */
  url: string;
  readonly requests: SiteRequest[] = [];
  /** Requests at the same time, at most. */
  atOnce = 0;
  private readonly pages = new Map<string, SitePage>();
  private readonly firsts = new Map<string, SitePage>();
  private readonly held = new Set<ServerResponse>();
  private readonly hanging = new Set<string>();
  private running = 0;
  private server: Server;

  private constructor() {}

  static async open(): Promise<WebSite> {
    const site = new WebSite();
    site.server = createServer((request, response) => site.serve(request, response));
    await new Promise<void>((resolve) => site.server.listen(0, '127.0.0.1', resolve));
    site.url = `http://127.0.0.1:${(site.server.address() as AddressInfo).port}`;
    return site;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** No pages, no memory. */
  reset(): void {
    this.pages.clear();
    this.firsts.clear();
    this.forget();
    this.hanging.clear();
    for (const response of this.held) response.destroy();
    this.held.clear();
  }

  forget(): void {
    this.requests.length = 0;
    this.atOnce = 0;
  }

  put(path: string, page: SitePage): void {
    this.pages.set(path, page);
  }

  /** What the next request gets; those after it get what was put. */
  first(path: string, page: SitePage): void {
    this.firsts.set(path, page);
  }

  /** A page of HTML. `head` stands as it is. */
  html(path: string, title: string, text: string, head = ''): void {
    const body = `<!doctype html><html><head><title>${title}</title>${head}</head><body><p>${text}</p></body></html>`;
    this.put(path, { headers: HTML, body });
  }

  robots(...lines: string[]): void {
    this.put('/robots.txt', { headers: { 'content-type': 'text/plain' }, body: lines.join('\n') });
  }

  /** Of paths or whole addresses. A path that ends in .gz is a packed file. */
  sitemap(path: string, pages: readonly string[]): void {
    this.putXml(
      path,
      `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${this.entries('url', pages)}</urlset>`,
    );
  }

  sitemapIndex(path: string, sitemaps: readonly string[]): void {
    this.putXml(path, `<sitemapindex>${this.entries('sitemap', sitemaps)}</sitemapindex>`);
  }

  remove(path: string, status = 404): void {
    this.put(path, { status });
  }

  /** Says nothing to who asks for it, until `reset` or `resume`. */
  hang(path: string): void {
    this.hanging.add(path);
  }

  /** Who waits loses the connection. */
  resume(path: string): void {
    this.hanging.delete(path);
    for (const response of this.held) response.destroy();
    this.held.clear();
  }

  /** Statuses by path of those requests that were not for robots.txt. */
  get asked(): string[] {
    return this.requests.filter(({ path }) => path !== '/robots.txt').map(({ path, status }) => `${path} ${status}`);
  }

  private entries(name: string, places: readonly string[]): string {
    return places
      .map((place) => `<${name}><loc>${escaped(place.startsWith('/') ? this.url + place : place)}</loc></${name}>`)
      .join('\n');
  }

  private putXml(path: string, xml: string): void {
    const body = `<?xml version="1.0" encoding="UTF-8"?>\n${xml}`;
    const isFile = path.endsWith('.gz');
    const type = isFile ? 'application/gzip' : 'application/xml';
    this.put(path, { headers: { 'content-type': type }, body: isFile ? gzipSync(body) : body });
  }

  private serve(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url ?? '/';
    this.running += 1;
    this.atOnce = Math.max(this.atOnce, this.running);
    response.once('close', () => {
      this.running -= 1;
    });
    const { status, headers, body } = this.answerTo(path, request);
    this.requests.push({ path, headers: request.headers as SiteRequest['headers'], status });
    if (this.hanging.has(path)) {
      this.held.add(response);
      return;
    }
    response.writeHead(status, headers).end(body);
  }

  private answerTo(path: string, { headers: asked }: IncomingMessage) {
    const page = this.firsts.get(path) ?? this.pages.get(path) ?? { status: 404 };
    this.firsts.delete(path);
    const { status = 200, headers = {}, isPacked = false } = page;
    const body = page.body ?? '';
    if (status !== 200) return { status, headers, body };
    const etag = headers.etag ?? `"${createHash('sha1').update(body).digest('hex')}"`;
    if (etag !== '' && asked['if-none-match'] === etag) return { status: 304, headers: { etag }, body: '' };
    const told = etag === '' ? {} : { etag };
    if (!isPacked) return { status, headers: { ...headers, ...told }, body };
    return { status, headers: { ...headers, ...told, 'content-encoding': 'gzip' }, body: gzipSync(body) };
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
