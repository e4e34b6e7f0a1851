import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { Global, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { ConfigModule, loadConfig } from '#infra/config';
import { HealthComponents } from '#infra/health';
import { S3Server } from '#testing/blob-store';
import { BlobStore } from './blob-store.contract';
import { BlobStoreModule } from './blob-store.module';

let isVendorLoaded = false;
jest.mock('@aws-sdk/client-s3', () => {
  isVendorLoaded = true;
  return jest.requireActual('@aws-sdk/client-s3');
});

@Global()
@Module({ providers: [HealthComponents], exports: [HealthComponents] })
class HealthOnly {}

describe('BlobStoreModule', () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'parley-blob-module-'));
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  async function open(environment: Record<string, string>, ...others: Array<new () => object>) {
    const config = loadConfig({ DATA_DIR: dataDir, ...environment });
    const imports = [ConfigModule.forRoot(config), ...others, BlobStoreModule];
    const app = await Test.createTestingModule({ imports }).compile();
    return app.init();
  }

  it('keeps files in the folder of the settings, and has no health to tell', async () => {
    const app = await open({}, HealthOnly);
    await app.get(BlobStore).put('a/b', Buffer.from('content'));
    expect(await text((await app.get(BlobStore).get('a/b')).stream)).toBe('content');
    expect(app.get(HealthComponents).list()).toEqual([]);
    await app.close();
    expect(isVendorLoaded).toBe(false);
  });

  it('keeps them in the bucket when there is one, and loads its library at the first use', async () => {
    const server = await S3Server.start('files');
    const { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY } = server.credentials;
    const bucket = { S3_BUCKET: 'files', S3_ENDPOINT: server.origin, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY };
    const app = await open({ ...bucket, S3_PREFIX: 'parley' }, HealthOnly);
    expect(isVendorLoaded).toBe(false);
    await app.get(BlobStore).put('a/b', Buffer.from('content'));
    expect(isVendorLoaded).toBe(true);
    expect([...server.bucket.objects.keys()]).toEqual(['parley/a/b']);
    const [health] = app.get(HealthComponents).list();
    expect([health?.name, (await health?.check())?.status]).toEqual(['blob-store', 'ok']);
    await app.close();
    await server.stop();
  });

  it('needs no health room', async () => {
    const app = await open({ S3_BUCKET: 'files' });
    await app.close();
  });
});
