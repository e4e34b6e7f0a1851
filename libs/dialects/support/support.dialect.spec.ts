import { Dialects } from '#infra/http';
import type { Actor, Plan } from '#kernel';
import { criabot } from '../criabot/criabot.dialect';
import { platform } from '../platform/platform.dialect';
import { support } from './support.dialect';

const dialects = new Dialects([platform, criabot, support]);

const actorOf = (plan: Plan): Actor => ({ kind: 'system', teamId: 'team', plan });
const limitOf = (path: string, actor?: Actor) =>
  support.rateLimit({ method: 'GET', path, headers: {}, query: {} }, actor);

describe('the support API', () => {
  test.each([
    ['POST', '/api/v1/conversations'],
    ['GET', '/api/v1/conversations/conv_1/events'],
    ['DELETE', '/api/v1/knowledge-base/nowhere'],
    ['GET', '/api/v1/analytics'],
    ['POST', '/v1/conversations'],
    ['GET', '/widget.js'],
    ['HEAD', '/widget.js'],
  ])('owns %s %s', (method, path) => {
    expect(dialects.owning(method, path).name).toBe('support');
  });

  test.each([
    ['GET', '/api/v1/knowledge-bases', 'platform'],
    ['GET', '/api/v1/conversationsx', 'platform'],
    ['GET', '/v1/conversations', 'criabot'],
    ['POST', '/v1/conversations/1', 'criabot'],
    ['POST', '/widget.js', 'criabot'],
    ['GET', '/widget.js/map', 'criabot'],
  ])('leaves %s %s to others', (method, path, owner) => {
    expect(dialects.owning(method, path).name).toBe(owner);
  });

  test('counts by team and hour what the plan allows', () => {
    const plans: Plan[] = ['free', 'starter', 'pro', 'enterprise'];
    const limits = plans.map((plan) => limitOf('/api/v1/analytics', actorOf(plan)));
    expect(limits.map((limit) => limit?.limit)).toEqual([100, 1_000, 10_000, 100_000]);
    expect(limits[0]).toEqual({ bucket: 'requests', limit: 100, windowMs: 3_600_000, per: 'team', exempt: false });
    expect(limitOf('/api/v1/analytics')).toMatchObject({ limit: 100 });
  });

  test('never throttles the script of the widget', () => {
    expect(limitOf('/widget.js')).toMatchObject({ exempt: true });
  });

  test('tells its own version, and promises 60 days of notice and 12 months of support', () => {
    expect(support.docs.version).toBe('1.2.3');
    expect(support.deprecationPolicy).toEqual({ noticeDays: 60, supportMonths: 12 });
  });
});
