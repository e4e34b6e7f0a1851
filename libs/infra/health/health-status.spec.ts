import { TerminusModule } from '@nestjs/terminus';
import { Test } from '@nestjs/testing';
import { type ComponentReport, HealthComponents } from './health-components';
import { HealthStatus } from './health-status';

async function statusOf(parts: Record<string, { isEssential?: boolean; check: () => Promise<ComponentReport> }>) {
  const module = await Test.createTestingModule({
    imports: [TerminusModule.forRoot({ logger: false })],
    providers: [HealthComponents, HealthStatus],
  }).compile();
  for (const [name, { isEssential = false, check }] of Object.entries(parts)) {
    module.get(HealthComponents).add({ name, isEssential, check });
  }
  return module.get(HealthStatus).read();
}

const ok = { check: async () => ({ status: 'ok' as const, latencyMs: 1 }) };
const fails = { check: () => Promise.reject(new Error('secret detail')) };

describe('the status of the whole', () => {
  test('is ok when every part is, or is not used', async () => {
    const unused = { check: async () => ({ status: 'not used' as const }) };
    await expect(statusOf({ database: ok, redis: unused })).resolves.toEqual({
      status: 'ok',
      components: { database: { status: 'ok', latencyMs: 1 }, redis: { status: 'not used' } },
    });
  });

  test('is down with an essential part, and tells the others all the same', async () => {
    const report = await statusOf({ database: { isEssential: true, ...fails }, redis: ok });
    expect(report).toEqual({
      status: 'down',
      components: { database: { status: 'down' }, redis: { status: 'ok', latencyMs: 1 } },
    });
    expect(JSON.stringify(report)).not.toContain('secret');
  });

  test('is degraded with any other part down or degraded', async () => {
    expect((await statusOf({ database: ok, redis: fails })).status).toBe('degraded');
    const limping = {
      check: async () => ({ status: 'degraded' as const, note: 'The default model does not answer.' }),
    };
    expect(await statusOf({ llm: limping })).toMatchObject({
      status: 'degraded',
      components: { llm: { status: 'degraded' } },
    });
  });

  test('comes although a part hangs, which is then down', async () => {
    const hangs = { check: () => new Promise<never>(() => undefined) };
    expect(await statusOf({ database: ok, llm: hangs })).toMatchObject({
      status: 'degraded',
      components: { llm: { status: 'down' }, database: { status: 'ok' } },
    });
  });
});
