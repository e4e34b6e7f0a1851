import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { Clock, HOUR_MS, isUuid, newId, SECOND_MS } from '#kernel';
import type { Role } from '../identity.types';

export const ACCESS_TOKEN_LIFETIME_MS = HOUR_MS;

/** Issuer and audience keep a token that is signed with the same secret for another purpose from being taken for a login. */
const ISSUER = 'parley';
const AUDIENCE = 'parley:access';
const ALGORITHM = 'HS256';

/** `team` and `role` inform the client; who may do what is decided by the rows, which may have changed since. */
export interface AccessClaims {
  userId: string;
  teamId: string;
  role: Role;
  loginId: string;
}

/** JSON Web Tokens (RFC 7519): claims `sub`, `team`, `role`, `login`, and the registered `iat`, `exp`, `iss`, `aud`, `jti`. */
@Injectable()
export class AccessTokens {
  constructor(
    private readonly jwt: JwtService,
    private readonly clock: Clock,
  ) {}

  sign({ userId, teamId, role, loginId }: AccessClaims): string {
    const claims = { sub: userId, team: teamId, role, login: loginId, jti: newId(), iat: this.nowSeconds() };
    return this.jwt.sign(claims, {
      algorithm: ALGORITHM,
      issuer: ISSUER,
      audience: AUDIENCE,
      expiresIn: ACCESS_TOKEN_LIFETIME_MS / SECOND_MS,
    });
  }

  /** Whose login the token belongs to; undefined unless we signed it, for this purpose, less than an hour ago. */
  read(token: string): Pick<AccessClaims, 'userId' | 'loginId'> | undefined {
    const { sub, login } = this.verify(token) ?? {};
    if (typeof sub !== 'string' || typeof login !== 'string' || !isUuid(login)) return undefined;
    return { userId: sub, loginId: login };
  }

  /** The algorithm is ours to name, never the token's: RFC 8725 §3.1. */
  private verify(token: string): { sub?: unknown; login?: unknown } | undefined {
    try {
      return this.jwt.verify(token, {
        algorithms: [ALGORITHM],
        issuer: ISSUER,
        audience: AUDIENCE,
        clockTimestamp: this.nowSeconds(),
      });
    } catch {
      return undefined;
    }
  }

  private nowSeconds(): number {
    return Math.floor(this.clock.nowMs() / SECOND_MS);
  }
}
