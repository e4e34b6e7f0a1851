import { formBody, holdsUpload } from './form';

async function* pieces() {
  yield 'Grü';
  yield new TextEncoder().encode('ße');
}

/** What a server reads of it. */
async function readBack(fields: Record<string, unknown>) {
  const { body, contentType } = await formBody(fields).make();
  const init = {
    method: 'POST',
    body,
    duplex: 'half',
    ...(contentType ? { headers: { 'content-type': contentType } } : {}),
  };
  return new Request('http://parley', init as RequestInit).formData();
}

const FIELDS = {
  title: 'Häfen',
  tags: ['a', 'b'],
  metadata: { name: 'x', content: 'y' },
  isOpen: true,
  absent: undefined,
  none: null,
};

test.each([
  ['a blob', { name: 'a "b".txt', content: new Blob(['Grüße']), type: 'text/plain' }],
  ['a text', { name: 'a "b".txt', content: 'Grüße', type: 'text/plain' }],
  ['bytes', { name: 'a "b".txt', content: new TextEncoder().encode('Grüße'), type: 'text/plain' }],
  ['a stream', { name: 'a "b".txt', content: pieces(), type: 'text/plain' }],
  ['a stream of the web', { name: 'a "b".txt', content: new Blob(['Grüße']).stream(), type: 'text/plain' }],
  ['a file', new File(['Grüße'], 'a "b".txt', { type: 'text/plain' })],
])('a form with %s has its fields and the file', async (_, file) => {
  const form = await readBack({ file, ...FIELDS });
  const sent = form.get('file') as File;
  expect([sent.name, await sent.text()]).toEqual(['a "b".txt', 'Grüße']);
  expect([...form].filter(([name]) => name !== 'file')).toEqual([
    ['title', 'Häfen'],
    ['tags', 'a'],
    ['tags', 'b'],
    ['metadata', '{"name":"x","content":"y"}'],
    ['isOpen', 'true'],
  ]);
  expect([...form.keys()].at(-1)).toBe('file');
});

test('only streams can be sent once alone', () => {
  expect(formBody({ file: { name: 'a', content: pieces() } }).isOnce).toBe(true);
  expect(formBody({ file: { name: 'a', content: 'b' } }).isOnce).toBeUndefined();
});

test('a file is told from what is sent as JSON', () => {
  expect(holdsUpload({ file: new File([], 'a') })).toBe(true);
  expect(holdsUpload({ content: 'text', name: 'x', metadata: { name: 'a', content: 'b' } })).toBe(false);
  expect(holdsUpload(undefined)).toBe(false);
});
