import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Test } from '@nestjs/testing';
import { ConfigModule, loadConfig } from '#infra/config';
import { Sealer } from './sealer';
import { SecretsModule } from './secrets.module';

it('SecretsModule gives a sealer under the key of the configuration', async () => {
  const key = randomBytes(32);
  const DATA_DIR = mkdtempSync(path.join(os.tmpdir(), 'parley-secrets-'));
  const config = loadConfig({ DATA_DIR, SECRETS_KEY: key.toString('base64') });
  const module = await Test.createTestingModule({ imports: [ConfigModule.forRoot(config), SecretsModule] }).compile();
  const sealed = module.get(Sealer).seal('a key', 'here');
  expect(new Sealer(key).open(sealed, 'here')).toBe('a key');
  await module.close();
});
