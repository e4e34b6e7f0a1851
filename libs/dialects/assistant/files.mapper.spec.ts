import type { StoredFile } from '#domain/documents';
import { toFile, toFileDetails, toFileStatus, withReadTags } from './files.mapper';

const key = '0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b';
const id = `file_${key.replaceAll('-', '')}`;

const FILE = {
  id: key,
  name: 'handbook.pdf',
  title: 'handbook.pdf',
  sizeBytes: 12,
  mediaType: 'application/pdf',
  state: 'processing',
  description: null,
  tags: ['a'],
  metadata: {},
  passageCount: 4,
  error: null,
  replacementError: null,
  createdAt: new Date(0),
  processedAt: null,
} as unknown as StoredFile;

test('a file is downloaded from this server', () => {
  expect(toFile(FILE, 'https://bots.example')).toEqual({
    id,
    filename: 'handbook.pdf',
    size: 12,
    type: 'application/pdf',
    status: 'processing',
    upload_url: `https://bots.example/api/files/${id}/content`,
    description: null,
    tags: ['a'],
    created_at: '1970-01-01T00:00:00.000Z',
  });
  expect(toFile(FILE, '').upload_url).toBe(`/api/files/${id}/content`);
});

test('its status tells pieces once it is completed, and why it failed', () => {
  const processedAt = new Date(1_000);
  const told = { id, processed_at: '1970-01-01T00:00:01.000Z' };
  expect(toFileStatus(FILE)).toEqual({ id, status: 'processing', processed_at: null, chunks_created: 0, error: null });
  expect(toFileStatus({ ...FILE, state: 'completed', processedAt })).toEqual({
    ...told,
    status: 'completed',
    chunks_created: 4,
    error: null,
  });
  const error = { code: 'x', message: 'The file is empty.' };
  expect(toFileStatus({ ...FILE, state: 'failed', processedAt, error })).toEqual({
    ...told,
    status: 'failed',
    chunks_created: 0,
    error: 'The file is empty.',
  });
});

test('its status tells why new content failed beside what goes on being found', () => {
  const replacementError = { code: 'x', message: 'The file is empty.' };
  expect(toFileStatus({ ...FILE, state: 'completed', replacementError, processedAt: new Date(0) })).toMatchObject({
    status: 'completed',
    chunks_created: 4,
    error: null,
    replacement_error: 'The file is empty.',
  });
});

test.each([
  [{ tags: 'a, b,' }, ['a', 'b']],
  [{ tags: '["a","b, c"]' }, ['a', 'b, c']],
  [{ tags: ['a', 'b, c'] }, ['a', 'b, c']],
  [{ 'tags[]': ['a', 'b'] }, ['a', 'b']],
  [{ tags: '' }, []],
  [{ tags: '[a' }, ['[a']],
  [{ tags: '[1]' }, [1]],
])('tags are read from %j', (form, tags) => {
  expect(withReadTags(form)).toEqual({ tags });
});

test('a form without tags stays as it is; a blank description is none', () => {
  expect(withReadTags({ description: 'D' })).toEqual({ description: 'D' });
  expect(toFileDetails({ description: ' ' })).toEqual({ description: null, tags: [] });
});
