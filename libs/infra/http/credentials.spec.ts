import { credentialInHeaders } from './credentials';

const read = (headers: Record<string, string>) => credentialInHeaders({ method: 'GET', path: '/', headers, query: {} });

describe('the credential in the headers', () => {
  test('a bearer value with two dots is an access token, any other a key', () => {
    expect(read({ authorization: 'Bearer a.b.c' })).toEqual({ type: 'jwt', value: 'a.b.c' });
    expect(read({ authorization: 'bearer sk_live_x' })).toEqual({ type: 'key', value: 'sk_live_x' });
    expect(read({ authorization: 'Bearer a.b.c.d' })).toEqual({ type: 'key', value: 'a.b.c.d' });
  });

  test('X-API-Key serves when there is no bearer value', () => {
    expect(read({ 'x-api-key': 'sk_live_x' })).toEqual({ type: 'key', value: 'sk_live_x' });
    expect(read({ 'x-api-key': 'k', authorization: 'Basic abc' })).toEqual({ type: 'key', value: 'k' });
    expect(read({ 'x-api-key': 'k', authorization: 'Bearer a.b.c' })).toEqual({ type: 'jwt', value: 'a.b.c' });
  });

  test('is absent otherwise', () => {
    expect(read({})).toBeUndefined();
    expect(read({ authorization: 'Bearer ' })).toBeUndefined();
    expect(read({ 'x-api-key': '' })).toBeUndefined();
  });
});
