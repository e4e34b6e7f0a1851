import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Test } from '@nestjs/testing';
import { ConfigModule, loadConfig } from '#infra/config';
import { AddressGuard } from './address-guard';
import { HttpClientModule } from './http-client.module';

describe('HttpClientModule', () => {
  it.each([true, false])('gives everybody one guard, which the operator may open (%s)', async (isOpen) => {
    const DATA_DIR = mkdtempSync(path.join(os.tmpdir(), 'parley-http-client-'));
    const config = loadConfig({ DATA_DIR, ALLOW_PRIVATE_ADDRESSES: String(isOpen) });
    const module = await Test.createTestingModule({
      imports: [ConfigModule.forRoot(config), HttpClientModule],
    }).compile();
    const check = () => module.get(AddressGuard).check('http://127.0.0.1:11434');
    if (isOpen) check();
    else expect(check).toThrow(expect.objectContaining({ code: 'http_client.address_refused' }));
    await module.close();
  });
});
