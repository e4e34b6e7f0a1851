import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { loadConfig } from '#infra/config';
import { createFastifyAdapter } from './fastify-adapter';

/** The address that a request through two proxies counts for. */
async function addressBehind(trustProxy: string): Promise<string> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'parley-http-'));
  const instance = createFastifyAdapter(loadConfig({ DATA_DIR: dataDir, TRUST_PROXY: trustProxy })).getInstance();
  instance.get('/', (request) => Promise.resolve(request.ip));
  const headers = { 'x-forwarded-for': '203.0.113.1, 203.0.113.2' };
  const { body } = await instance.inject({ url: '/', headers, remoteAddress: '10.0.0.1' });
  return body;
}

describe('X-Forwarded-For', () => {
  test.each([
    ['false', '10.0.0.1'],
    ['1', '203.0.113.2'],
    ['2', '203.0.113.1'],
    ['true', '203.0.113.1'],
    ['10.0.0.0/8', '203.0.113.2'],
  ])('with TRUST_PROXY=%s the caller is %s', async (trustProxy, address) => {
    expect(await addressBehind(trustProxy)).toBe(address);
  });
});
