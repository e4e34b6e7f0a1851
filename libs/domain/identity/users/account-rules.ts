import { type FieldProblem, invalidInput, newId } from '#kernel';
import type { AccountPatch, Registration, User } from '../identity.types';
import { passwordProblem } from '../passwords/password-rules';
import { emailProblem, normaliseName, usernameProblem } from './usernames';

type Names = Pick<User, 'username' | 'email'>;

/**
 * Checks names and password together and answers the names as they are stored.
 *
 * @throws AppError `input.invalid` naming every field that is not acceptable.
 */
export function acceptedNames(input: Registration): Names;
export function acceptedNames(input: AccountPatch): Partial<Names>;
export function acceptedNames(input: AccountPatch): Partial<Names> {
  const username = ifGiven(input.username, normaliseName);
  const email = ifGiven(input.email, normaliseName);
  const problems: Array<FieldProblem | undefined> = [
    ifGiven(username, usernameProblem),
    ifGiven(email, emailProblem),
    ifGiven(input.password, passwordProblem),
  ];
  const found = problems.filter((problem) => problem !== undefined);
  if (found.length > 0) throw invalidInput(found);
  return { username, email };
}

/** A user with a team of their own, neither of them stored yet. */
export function newUser({ username, email }: Names, role: User['role'], now: Date): User {
  return {
    id: newId(),
    teamId: newId(),
    username,
    email,
    role,
    teamRole: 'owner',
    isActive: true,
    createdAt: now,
    updatedAt: now,
  };
}

export function missingCurrentPassword() {
  const message = 'currentPassword is required to set a new password.';
  return invalidInput([{ field: 'currentPassword', message, missing: true }]);
}

export function wrongCurrentPassword() {
  return invalidInput([{ field: 'currentPassword', message: 'currentPassword must be the present password.' }]);
}

function ifGiven<To>(text: string | undefined, use: (text: string) => To): To | undefined {
  return text === undefined ? undefined : use(text);
}
