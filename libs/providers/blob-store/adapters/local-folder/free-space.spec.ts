import os from 'node:os';
import path from 'node:path';
import { renderMetrics } from '#infra/metrics';
import { tellFreeSpace } from './free-space';

test('the free space of the folder of files is told, also before its first file', async () => {
  const end = tellFreeSpace(path.join(os.tmpdir(), 'parley-nothing-here', 'blobs'));
  const text = await renderMetrics();
  end();
  const [, bytes] = /^parley_blob_folder_free_bytes (\S+)$/m.exec(text) ?? [];
  expect(Number(bytes)).toBeGreaterThan(0);
  expect(await renderMetrics()).not.toMatch(/^parley_blob_folder_free_bytes /m);
});
