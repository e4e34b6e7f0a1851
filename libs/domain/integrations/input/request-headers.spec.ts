import { headerProblems, isSecret, SECRET_MASK, splitHeaders, wholeHeaders } from './request-headers';

const fieldsOf = (headers: Record<string, unknown>, kept = {}) =>
  headerProblems(headers, kept).map(({ field }) => field);

describe('headers for a back-end', () => {
  it('may be whatever a request can carry', () => {
    expect(
      fieldsOf({ Authorization: 'Bearer sk-test', 'X-Tenant': 'acme', 'x-empty': '', "x!#$%&'*": 'tab\tand blank' }),
    ).toEqual([]);
  });

  it.each([
    ['Host'],
    ['connection'],
    ['Keep-Alive'],
    ['TE'],
    ['Trailer'],
    ['Transfer-Encoding'],
    ['Upgrade'],
    ['Expect'],
    ['Proxy-Authorization'],
    ['Content-Length'],
    ['Content-Type'],
    ['Accept-Encoding'],
    ['User-Agent'],
    ['X-Chatbot-Platform-Version'],
    ['x-bot-id'],
    ['X-Integration-ID'],
  ])('are not %s, which is of the connection or ours', (name) => {
    expect(fieldsOf({ [name]: 'x' })).toEqual([`headers.${name}`]);
  });

  it.each([
    ['a line end in a value', { 'X-A': 'one\r\nX-Evil: two' }],
    ['a lone line feed', { 'X-A': 'one\ntwo' }],
    ['a NUL', { 'X-A': 'one\0' }],
    ['other characters than ASCII', { 'X-A': 'grün' }],
    ['a value that is no text', { 'X-A': 7 }],
    ['a value that is too long', { 'X-A': 'x'.repeat(4_097) }],
    ['a line end in a name', { 'X-A\r\nX-B': 'x' }],
    ['a blank in a name', { 'X A': 'x' }],
    ['no name', { '': 'x' }],
  ])('may not have %s', (_what, headers) => {
    expect(fieldsOf(headers)).toHaveLength(1);
  });

  it('may not be given twice, in whatever case, and not by the hundred', () => {
    expect(fieldsOf({ 'X-A': '1', 'x-a': '2' })).toEqual(['headers.x-a']);
    const many = Object.fromEntries(Array.from({ length: 33 }, (_, at) => [`x-${at}`, '']));
    expect(fieldsOf(many)).toEqual(['headers']);
  });

  it('tell nothing of a value that is refused', () => {
    expect(JSON.stringify(headerProblems({ Authorization: 'Bearer hush\n' }, {}))).not.toContain('hush');
  });

  it.each([
    ['Authorization', 'x'],
    ['Cookie', 'a=b'],
    ['X-Api-Key', '1'],
    ['x-auth-token', '1'],
    ['X-Client-Secret', '1'],
    ['X-Session', '1'],
    ['X-Custom', 'Bearer abc'],
    ['X-Custom', 'sk-abcdef'],
    ['X-Custom', 'eyJhbGciOiJIUzI1NiJ9.e30.x'],
    ['X-Custom', '9f86d081884c7d659a2feaa0c55ad015'],
  ])('are secret: %s: %s', (name, value) => {
    expect(isSecret(name, value)).toBe(true);
  });

  it.each([
    ['X-Tenant', 'acme'],
    ['X-Environment', 'production-europe-west'],
    ['Accept-Language', 'de-DE,de;q=0.9,en;q=0.8'],
    ['X-Version', '2026-11-21'],
  ])('are no secret: %s: %s', (name, value) => {
    expect(isSecret(name, value)).toBe(false);
  });

  it('are split into what is shown and what is sealed, and come together again', () => {
    const { headers, secrets } = splitHeaders({ Authorization: 'Bearer hush', 'X-Tenant': 'acme' }, {});
    expect(headers).toEqual({ Authorization: SECRET_MASK, 'X-Tenant': 'acme' });
    expect(secrets).toEqual({ Authorization: 'Bearer hush' });
    expect(wholeHeaders(headers, secrets)).toEqual({ Authorization: 'Bearer hush', 'X-Tenant': 'acme' });
  });

  it('keep a secret whose mask is sent back, in whatever case of its name', () => {
    const kept = { Authorization: 'Bearer hush' };
    expect(fieldsOf({ authorization: SECRET_MASK }, kept)).toEqual([]);
    expect(splitHeaders({ authorization: SECRET_MASK }, kept).secrets).toEqual({ authorization: 'Bearer hush' });
  });

  it('refuse a mask that stands for nothing', () => {
    expect(headerProblems({ Authorization: SECRET_MASK }, {})).toMatchObject([
      { field: 'headers.Authorization', message: expect.stringContaining('give its value') },
    ]);
  });
});
