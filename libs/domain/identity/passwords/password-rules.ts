import type { FieldProblem } from '#kernel';

/** NIST SP 800-63B §5.1.1.2: at least 8 characters, no rules about their kinds. */
export const MIN_PASSWORD_CHARACTERS = 8;

/** Far above any passphrase; bounds what one request can make us hash. */
export const MAX_PASSWORD_CHARACTERS = 256;

/** Undefined when the password is acceptable. Characters are Unicode code points. */
export function passwordProblem(password: string): FieldProblem | undefined {
  const refuse = (rule: string): FieldProblem => ({ field: 'password', message: `password must ${rule}.` });
  if (!password.isWellFormed()) return refuse('be well-formed Unicode text');
  // There are at least half as many code points as code units: huge texts need not be counted.
  const characters = password.length > 2 * MAX_PASSWORD_CHARACTERS ? Number.POSITIVE_INFINITY : [...password].length;
  if (characters >= MIN_PASSWORD_CHARACTERS && characters <= MAX_PASSWORD_CHARACTERS) return undefined;
  return refuse(`have ${MIN_PASSWORD_CHARACTERS} to ${MAX_PASSWORD_CHARACTERS} characters`);
}
