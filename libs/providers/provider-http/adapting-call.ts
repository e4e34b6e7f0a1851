import type { AppError } from '#kernel';
import type { ProviderEndpoint } from './provider-endpoint';
import { ProviderFailure } from './provider-failure';

/**
 * A call to a server that claims another's API and may not know all of it. After a refusal `adaptTo` hears what the server
 * said; true means that `bodyOf` now words the call otherwise, which is then made once more.
 *
 * @throws as `ProviderEndpoint.post`
 */
export async function postAdapting(
  endpoint: ProviderEndpoint,
  bodyOf: () => object,
  signal: AbortSignal | undefined,
  adaptTo: (refusal: string) => boolean | undefined,
): Promise<unknown> {
  try {
    return await endpoint.post(bodyOf(), signal);
  } catch (error) {
    const { cause } = error as AppError;
    const isRefused = cause instanceof ProviderFailure && cause.reason === 'rejected';
    if (!isRefused || !adaptTo(cause.message)) throw error;
    return endpoint.post(bodyOf(), signal);
  }
}
