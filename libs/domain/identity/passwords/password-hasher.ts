import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash, type Options, verify } from '@node-rs/argon2';
import { identityErrors } from '../identity.errors';
import { passwordProblem } from './password-rules';
import { WaitingLine } from './waiting-line';

/**
 * argon2id with the least cost that OWASP's Password Storage Cheat Sheet accepts (19 MiB, 2 passes, 1 lane); about
 * 22 ms of one core.
 */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } satisfies Options;

/**
 * libuv has 4 threads, which files and DNS need too: passwords take at most half of them. 200 that wait are about 2 s of
 * work; whoever comes then is asked to come back instead of holding memory.
 */
const LIMITS = { maxRunning: 2, maxWaiting: 200 };
const RETRY_AFTER_MS = 2_000;

/** The only place that sees passwords. Hashes are PHC strings: they carry their own salt and cost. */
@Injectable()
export class PasswordHasher {
  private readonly line = new WaitingLine(LIMITS, () => identityErrors.busy({ retryAfterMs: RETRY_AFTER_MS }));
  private readonly hashOfNobody = randomHash();

  hash(password: string): Promise<string> {
    return this.line.run(() => hash(normalise(password), PARAMETERS));
  }

  /**
   * Without a hash (an unknown user) it does the same work and says no, so that the time taken does not tell who exists.
   *
   * @throws AppError `identity.busy`
   */
  async verify(passwordHash: string | undefined, password: string): Promise<boolean> {
    if (passwordProblem(password)) return false;
    return this.line.run(() => verify(passwordHash ?? this.hashOfNobody, normalise(password)));
  }
}

/** One password typed on two keyboards may differ in its code points (é, e + ´): NIST SP 800-63B §5.1.1.2. */
function normalise(password: string): string {
  return password.normalize('NFKC');
}

/** The hash of no password: a random digest, which nothing can be found to match. */
function randomHash(): string {
  const base64 = (bytes: number) => randomBytes(bytes).toString('base64').replaceAll('=', '');
  const { memoryCost, timeCost, parallelism, outputLen } = PARAMETERS;
  return `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$${base64(16)}$${base64(outputLen)}`;
}
