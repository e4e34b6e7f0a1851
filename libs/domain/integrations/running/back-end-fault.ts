/** Why a back-end did not answer; the message is for the people who run it, and safe to show. */
export class BackEndFault extends Error {
  readonly statusCode: number | null;
  /** Whether the back-end seems to be down, so that it is better left alone. */
  readonly isDown: boolean;
  /** How long it wants to be left alone. */
  readonly retryAfterMs: number | undefined;

  constructor(
    message: string,
    { statusCode = null, isDown = false, retryAfterMs }: Partial<Omit<BackEndFault, keyof Error>> = {},
  ) {
    super(message);
    this.statusCode = statusCode;
    this.isDown = isDown;
    this.retryAfterMs = retryAfterMs;
  }
}
