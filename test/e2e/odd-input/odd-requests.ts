/** Odd addresses and headers. */
import fc from 'fast-check';
import type { ApiOperation, WireCall } from '#testing/documented-calls';
import { type OddCall, oddBodies } from './odd-bodies';
import { edgesOf, oddText } from './odd-values';

/** As they stand in the address: some are no valid escapes. */
const SEGMENTS = [
  '%00',
  'a%00b',
  '%2f',
  '%2F..%2F',
  '..',
  '.',
  '%2e%2e',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '%',
  '%zz',
  '%ff%fe',
  '%ed%a0%80',
  '%F0%9F%A6%9C',
  '%25%30%30',
  '__proto__',
  'constructor',
  'null',
  'undefined',
  'NaN',
  '-1',
  '0',
  '1e3',
  '99999999999999999999',
  '00000000-0000-0000-0000-000000000000',
  '0193A1B2-C3D4-7E5F-8A6B-7C8D9E0F1A2B',
  '{0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b}',
  "'%20or%201=1--",
  '%3Cscript%3E',
  '*',
  '%20',
  ';a=b',
  '..;',
  'x'.repeat(300),
  'x'.repeat(10_000),
  '%E2%80%AE',
];

const QUERIES = [
  '__proto__[a]=1&constructor[prototype][a]=1',
  '&&&===',
  '%',
  '%zz=%zz',
  '%00=%00',
  '%ff=%ff',
  'a[b][c]=1&a[]=2&a=3',
  Array.from({ length: 1_500 }, (_, index) => `k${index}=1`).join('&'),
  `k=${'x'.repeat(8_000)}`,
  'api_key=&x-api-key=',
];

const HEADERS: ReadonlyArray<Record<string, string>> = [
  { accept: 'text/html;q=x, */*;q=-1, ,' },
  { accept: 'text/event-stream' },
  { accept: 'image/png' },
  { 'accept-language': 'x'.repeat(2_000) },
  { 'accept-encoding': 'gzip;q=0, *;q=9' },
  { 'x-request-id': `"'\\${'r'.repeat(300)}` },
  { 'x-filler': 'x'.repeat(10_000) },
  { 'last-event-id': "' or 1=1 --" },
  { 'last-event-id': 'x'.repeat(3_000) },
  { 'last-event-id': '-1' },
  { origin: 'null' },
  { origin: 'http://[::1' },
  { 'x-forwarded-for': '999.1.1.1, ::, unknown', 'x-forwarded-proto': 'gopher', 'x-forwarded-host': '%' },
  { 'if-none-match': '*', 'if-modified-since': 'yesterday', range: 'bytes=5-1' },
  { cookie: '__proto__=1; a=%zz' },
  { expect: '100-continue' },
  { 'idempotency-key': '\u00e9'.repeat(200) },
  { 'idempotency-key': '' },
  { traceparent: '00-zz-zz-zz', baggage: '=,;' },
  { connection: 'close, transfer-encoding' },
  { 'x-http-method-override': 'DELETE', 'x-original-url': '/api/v1/admin/users' },
];

/** One call of the operation with something odd about it. @param call a valid one */
export function oddRequests(operation: ApiOperation, call: WireCall): fc.Arbitrary<OddCall> {
  const kinds = [
    { weight: 2, arbitrary: oddQueries(operation, call) },
    { weight: 1, arbitrary: oddHeaders(call) },
  ];
  if (operation.path.includes('{')) kinds.push({ weight: 2, arbitrary: oddPaths(operation, call) });
  if (call.body !== undefined) kinds.push({ weight: 7, arbitrary: oddBodies(operation, call) });
  return fc.oneof(...kinds);
}

function oddPaths({ path }: ApiOperation, call: WireCall): fc.Arbitrary<OddCall> {
  const [address = '', query] = call.path.split('?');
  const places = path.split('/').flatMap((segment, index) => (segment.startsWith('{') ? [index] : []));
  const segment = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...SEGMENTS) },
    { weight: 1, arbitrary: oddText.map((text) => encodeURIComponent(text.toWellFormed()).slice(0, 5_000)) },
  );
  return fc.tuple(fc.constantFrom(...places), segment).map(([place, odd]) => {
    const changed = address.split('/').map((own, index) => (index === place ? odd : own));
    return {
      ...call,
      path: changed.join('/') + (query ? `?${query}` : ''),
      oddity: `the path has ${odd.slice(0, 60)}`,
    };
  });
}

function oddQueries({ parameters }: ApiOperation, call: WireCall): fc.Arbitrary<OddCall> {
  const known = parameters.filter(({ in: place }) => place === 'query');
  const [address = '', query = ''] = call.path.split('?');
  const withQuery = (text: string, oddity: string): OddCall => ({
    ...call,
    path: `${address}?${[query, text].filter(Boolean).join('&')}`,
    oddity,
  });
  const general = fc.constantFrom(...QUERIES).map((text) => withQuery(text, 'the query is odd'));
  if (known.length === 0) return general;
  const own = fc.constantFrom(...known).chain(({ name, schema }) => {
    const values = fc.oneof(
      oddText.map((text) => encodeURIComponent(text.toWellFormed()).slice(0, 8_000)),
      fc.constantFrom(
        '1e3',
        '0x1',
        '-1',
        '1.5',
        'NaN',
        '%00',
        '%ff',
        '',
        '9'.repeat(400),
        ...edgesOf(schema).map((edge) => encodeURIComponent(String(edge))),
      ),
    );
    const given = values.map((value) => withQuery(`${name}=${value.slice(0, 8_000)}`, `${name} is odd`));
    const often = values.map((value) =>
      withQuery(Array.from({ length: 3 }, () => `${name}=${value.slice(0, 2_000)}`).join('&'), `${name} is repeated`),
    );
    const nested = fc
      .constantFrom(`${name}[]=1`, `${name}[a]=1`, `${name}[__proto__]=1`)
      .map((text) => withQuery(text, `${name} is a list or an object`));
    return fc.oneof({ weight: 3, arbitrary: given }, { weight: 1, arbitrary: often }, { weight: 1, arbitrary: nested });
  });
  return fc.oneof({ weight: 1, arbitrary: general }, { weight: 3, arbitrary: own });
}

function oddHeaders(call: WireCall): fc.Arbitrary<OddCall> {
  return fc.constantFrom(...HEADERS).map((headers) => ({
    ...call,
    headers: { ...call.headers, ...headers },
    oddity: `the headers have ${JSON.stringify(headers).slice(0, 80)}`,
  }));
}
