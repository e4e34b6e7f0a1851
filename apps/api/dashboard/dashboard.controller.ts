import { Controller, Get, Header, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { BuiltAsset, Public } from '#infra/http';
import { PAGE_POLICY } from '../page-policy';

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Parley dashboard</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/dashboard/dashboard.css">
</head>
<body>
<div id="dashboard"></div>
<noscript>The dashboard needs JavaScript. What it shows is also in the <a href="/docs">API</a>.</noscript>
<script src="/dashboard/dashboard.js" defer></script>
</body>
</html>
`;

/** Asked for anew with each visit, so that it fits the server, but sent only when it has changed. */
const CACHING = { 'cache-control': 'no-cache' };

/** Plots, insights and learning for members of a team. The page holds nothing; what it shows it asks of the main API as them. */
@Controller('dashboard')
export class DashboardController {
  private readonly script = BuiltAsset.read('dashboard.js');
  private readonly styles = BuiltAsset.read('dashboard.css');

  @Get()
  @Public()
  @Header('content-security-policy', PAGE_POLICY)
  @Header('content-type', 'text/html; charset=utf-8')
  page(): string {
    return PAGE;
  }

  @Get('dashboard.js')
  @Public()
  serveScript(@Res({ passthrough: true }) reply: FastifyReply): Buffer | undefined {
    return this.script.answer(reply, { ...CACHING, 'content-type': 'text/javascript; charset=utf-8' });
  }

  @Get('dashboard.css')
  @Public()
  serveStyles(@Res({ passthrough: true }) reply: FastifyReply): Buffer | undefined {
    return this.styles.answer(reply, { ...CACHING, 'content-type': 'text/css; charset=utf-8' });
  }
}
