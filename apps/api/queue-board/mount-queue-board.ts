import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify';
import { platform } from '#dialects';
import { Logins } from '#domain/identity';
import { Config } from '#infra/config';
import { ActorResolver, RateLimiter } from '#infra/http';
import { isHarmless, QueueDriver } from '#infra/queue';
import { AppError, SECOND_MS } from '#kernel';
import { administratorOf, cookieOf, isOfAnotherSite } from './board-session';
import { BOARD_POLICY, LOGIN_POLICY, loginPage, logoutPage } from './login-page';

export const BOARD_PATH = '/admin/queues';
const LOGIN_PATH = `${BOARD_PATH}/login`;
const LOGOUT_PATH = `${BOARD_PATH}/logout`;
const FORM = 'application/x-www-form-urlencoded';
const MAX_FORM_BYTES = 4_096;
const HTML = 'text/html; charset=utf-8';
/** Logins are counted together with those of the main API: by the way in nobody gets more tries. */
const COUNTED_AS = '/api/v1/auth/login';

/**
 * Bull Board, for administrators who log in at its own page. Where jobs are not carried by Redis nothing is mounted, and the
 * path is as unknown as any other.
 */
export async function mountQueueBoard(app: NestFastifyApplication): Promise<void> {
  const board = await app.get(QueueDriver).board(BOARD_PATH);
  if (!board) return;
  const pages = new QueueBoardPages(app, board);
  app
    .getHttpAdapter()
    .getInstance()
    .register((scope, _options, done) => pages.mount(scope as unknown as FastifyInstance, done), {
      prefix: BOARD_PATH,
    });
}

class QueueBoardPages {
  private readonly actors: ActorResolver;
  private readonly logins: Logins;
  private readonly limiter: RateLimiter;
  private readonly config: Config;

  constructor(
    app: NestFastifyApplication,
    private readonly board: FastifyPluginCallback,
  ) {
    this.actors = app.get(ActorResolver);
    this.logins = app.get(Logins, { strict: false });
    this.limiter = app.get(RateLimiter, { strict: false });
    this.config = app.get(Config);
  }

  mount(scope: FastifyInstance, done: () => void): void {
    // Forms are refused everywhere else; this scope alone reads them.
    scope.removeContentTypeParser(FORM);
    scope.addContentTypeParser(FORM, { parseAs: 'string', bodyLimit: MAX_FORM_BYTES }, (_request, body, parsed) =>
      parsed(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    scope.setErrorHandler((error, request, reply) => this.refuse(error as Error, request, reply));
    scope.get('/login', (_request, reply) => this.showLogin(reply, 200));
    scope.post('/login', (request, reply) => this.logIn(request, reply));
    scope.get('/logout', (_request, reply) => sendPage(reply, 200, logoutPage(LOGOUT_PATH)));
    scope.post('/logout', (request, reply) => this.logOut(request, reply));
    scope.register((guarded, _options, mounted) => {
      guarded.addHook('onRequest', (request, reply) => this.admit(request, reply));
      guarded.register(this.board);
      mounted();
    });
    done();
  }

  /** Everything of the board, its scripts and styles included. */
  private async admit(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    if (!(await administratorOf(request, this.actors))) return this.turnAway(request, reply);
    reply.header('content-security-policy', BOARD_POLICY).header('referrer-policy', 'same-origin');
    const path = request.head.path.slice(BOARD_PATH.length);
    if (!isHarmless(request.method, path)) {
      return reply.code(403).send({ error: 'Only looking, retrying and promoting are allowed here.' });
    }
    if (request.method !== 'GET' && this.isForeign(request)) {
      return reply.code(403).send({ error: 'Another site has sent this.' });
    }
    return undefined;
  }

  /** Pages lead to the login; whatever a script asks for is refused. */
  private turnAway(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const wantsPage = request.method === 'GET' && request.headers.accept?.includes('text/html') === true;
    if (wantsPage) return reply.redirect(LOGIN_PATH, 303);
    return reply.code(401).send({ error: 'Log in as an administrator.' });
  }

  private showLogin(reply: FastifyReply, status: number, problem?: string): FastifyReply {
    return sendPage(reply, status, loginPage(LOGIN_PATH, problem));
  }

  private async logIn(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    if (this.isForeign(request)) return this.showLogin(reply, 403, 'Please log in on this page.');
    await this.count(request, reply);
    const { username, password } = (request.body ?? {}) as Record<string, unknown>;
    if (!isCredential(username) || !isCredential(password)) {
      return this.showLogin(reply, 400, 'Username and password are needed.');
    }
    const { accessToken, user } = await this.logins.logIn(username, password);
    if (user.role !== 'admin') {
      await this.end(accessToken);
      return this.showLogin(reply, 403, 'Only administrators of the installation see its queues.');
    }
    return reply.header('set-cookie', this.cookie(request, accessToken)).redirect(BOARD_PATH, 303);
  }

  private async logOut(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const administrator = this.isForeign(request) ? undefined : await administratorOf(request, this.actors);
    if (administrator) await this.logins.logOut(administrator);
    return reply.header('set-cookie', this.cookie(request, '')).redirect(LOGIN_PATH, 303);
  }

  private async end(accessToken: string): Promise<void> {
    const actor = await this.actors.resolve({ type: 'jwt', value: accessToken });
    if (actor?.kind === 'user') await this.logins.logOut(actor);
  }

  /** @throws `http.rate_limited` */
  private async count({ head, ip }: FastifyRequest, reply: FastifyReply): Promise<void> {
    const counted = { head: { ...head, path: COUNTED_AS }, dialect: platform, actor: undefined, ip };
    const allowance = await this.limiter.take(counted);
    if (!allowance) return;
    reply
      .header('x-ratelimit-limit', allowance.limit)
      .header('x-ratelimit-remaining', allowance.remaining)
      .header('x-ratelimit-reset', allowance.resetAt);
    if (allowance.exceeded) throw allowance.exceeded;
  }

  private isForeign(request: FastifyRequest): boolean {
    return isOfAnotherSite(request, this.config.http.publicUrl);
  }

  private cookie(request: FastifyRequest, token: string): string {
    const isSecure = request.protocol === 'https' || this.config.http.publicUrl?.startsWith('https:') === true;
    return cookieOf(token, { path: BOARD_PATH, isSecure });
  }

  private refuse(error: Error & { statusCode?: number }, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    if (!(error instanceof AppError)) {
      const status = error.statusCode ?? 500;
      if (status >= 500) request.log?.error({ err: error }, 'The page of the queues has failed.');
      return this.showLogin(reply, status, status === 413 ? 'That is too long.' : 'That did not work.');
    }
    if (error.kind === 'unauthenticated') return this.showLogin(reply, 401, error.message);
    if (error.retryAfterMs !== undefined) reply.header('retry-after', Math.ceil(error.retryAfterMs / SECOND_MS));
    const status = error.kind === 'rate_limited' ? 429 : 503;
    return this.showLogin(reply, status, status === 429 ? error.message : 'Please try again in a moment.');
  }
}

function sendPage(reply: FastifyReply, status: number, page: string): FastifyReply {
  return (
    reply
      .code(status)
      .header('content-security-policy', LOGIN_POLICY)
      // With less, browsers would send `Origin: null` with the form.
      .header('referrer-policy', 'same-origin')
      .type(HTML)
      .send(page)
  );
}

function isCredential(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= 256 && !value.includes('\0');
}
