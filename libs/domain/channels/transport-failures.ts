import type { AppError } from '#kernel';
import { channelTransportErrors } from '#providers/channel-transport';

export const REVOKED = channelTransportErrors.revoked().code;
export const RATE_LIMITED = channelTransportErrors.rate_limited().code;

/** For metrics: `rate_limited` of `channel_transport.rate_limited`. */
export function reasonOf({ code }: AppError): string {
  return code.slice(code.indexOf('.') + 1);
}
