/**
 * The site of a customer, on an origin of its own and with a policy as strict as one can be: nothing within its pages,
 * trusted types demanded. It writes down what the policy had to stop, and whether anything ran that should not.
 */
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const WATCH = `'use strict';
window.violations = [];
document.addEventListener('securitypolicyviolation', (event) => {
  window.violations.push(event.violatedDirective + ' ' + event.blockedURI);
});
window.heard = [];
`;

const LISTEN = `'use strict';
for (const name of ['open', 'close', 'message', 'handling', 'error'])
  window.OurPlatform?.on(name, (detail) => window.heard.push([name, detail]));
`;

export class CustomerSite {
  private configuration: object = {};

  private constructor(
    private readonly server: Server,
    private readonly parley: string,
  ) {
    server.on('request', ({ url = '/' }, response: ServerResponse) => this.serve(url, response));
  }

  /** @param parley address of the server that the widget comes from */
  static async start(parley: string): Promise<CustomerSite> {
    const server = createServer();
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return new CustomerSite(server, parley);
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** What its pages set as `OurPlatformConfig` from now on. */
  configure(configuration: object): void {
    this.configuration = configuration;
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  private serve(url: string, response: ServerResponse): void {
    const policy = [
      "default-src 'none'",
      `script-src 'self' ${this.parley}`,
      "style-src 'self'",
      `connect-src ${this.parley}`,
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
    ].join('; ');
    const send = (type: string, body: string) =>
      response
        .writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'content-security-policy': policy })
        .end(body);
    if (url === '/watch.js') send('text/javascript', WATCH);
    else if (url === '/listen.js') send('text/javascript', LISTEN);
    else if (url === '/config.js')
      send('text/javascript', `window.OurPlatformConfig = ${JSON.stringify(this.configuration)};`);
    else if (url === '/site.css')
      send('text/css', 'main { max-width: 40rem; margin: 2rem auto; font: 16px sans-serif; }');
    else send('text/html', this.page(url));
  }

  private page(url: string): string {
    const config = '<script src="/config.js"></script>';
    // As a consent banner or a bundler may have it: the widget is there first.
    const isLate = url.startsWith('/late');
    return `<!doctype html>
<html lang="${url.startsWith('/de') ? 'de' : 'en'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Fernhill</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/site.css"><script src="/watch.js"></script></head>
<body>
<main><h1>Fernhill Coffee</h1><p>We roast coffee.</p><p><a href="/other">Another page</a></p><button id="buy">Buy</button></main>
${isLate ? '' : config}
<script src="${this.parley}/widget.js"></script>
<script src="/listen.js"></script>
${isLate ? config : ''}
</body>
</html>`;
  }
}
