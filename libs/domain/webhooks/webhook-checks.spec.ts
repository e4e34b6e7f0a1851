import type { LookupAddress } from 'node:dns';
import type { BotsService } from '#domain/bots';
import { AddressGuard } from '#infra/http-client';
import { type Actor, newId, SECOND_MS } from '#kernel';
import { Vocabularies } from './vocabulary/vocabularies';
import { WebhookChecks } from './webhook-checks';

const actor: Actor = { kind: 'system', teamId: newId(), plan: 'free' };
const URL = 'https://receiver.example/hook';

describe('the host name of a webhook', () => {
  let resolve: () => Promise<LookupAddress[]>;
  const guard = new AddressGuard({ allowsPrivateAddresses: false, resolve: () => resolve() });
  const bots = {
    get: async () => {
      throw new Error('The database cannot be reached.');
    },
  };
  const checks = new WebhookChecks(new Vocabularies([]), guard, bots as unknown as BotsService);
  const pass = (url = URL) => checks.pass(actor, 'english', { url });

  afterEach(() => jest.useRealTimers());

  test('that leads to a public address passes, without blanks around it', async () => {
    resolve = async () => [{ address: '93.184.216.34', family: 4 }];
    expect(await pass(` ${URL} `)).toEqual({ url: URL });
  });

  test('that leads to a private address as well as to a public one is refused', async () => {
    resolve = async () => [
      { address: '93.184.216.34', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ];
    await expect(pass()).rejects.toMatchObject({ code: 'input.invalid', fields: [{ field: 'url' }] });
  });

  test('that does not exist yet passes', async () => {
    resolve = async () => {
      throw new Error('getaddrinfo ENOTFOUND');
    };
    expect(await pass()).toEqual({ url: URL });
  });

  test('that nobody resolves within two seconds passes, whatever becomes of it', async () => {
    jest.useFakeTimers();
    const answer = Promise.withResolvers<LookupAddress[]>();
    resolve = () => answer.promise;
    const passing = pass();
    await jest.advanceTimersByTimeAsync(2 * SECOND_MS);
    expect(await passing).toEqual({ url: URL });
    answer.resolve([{ address: '10.0.0.1', family: 4 }]);
    await jest.advanceTimersByTimeAsync(0);
  });

  test('is not blamed for what goes wrong elsewhere', async () => {
    resolve = async () => [];
    await expect(checks.pass(actor, 'english', { botId: newId() })).rejects.toThrow('The database cannot be reached.');
  });
});
