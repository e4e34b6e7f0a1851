/**
 * Usernames and e-mail addresses in any script. What people typed is kept (in Unicode NFKC); what must be unique is its
 * folded form, so that `Jane`, `JANE` and full-width `Ｊａｎｅ` are one name. A username never holds an `@`, so a name
 * with one is always an e-mail address. Folding stands here and not in SQL because `lower()` depends on the locale that
 * the database was made with.
 */
import { isEmail } from 'class-validator';
import type { FieldProblem } from '#kernel';

export const MIN_USERNAME_CHARACTERS = 3;
export const MAX_USERNAME_CHARACTERS = 64;

/** RFC 5321 §4.5.3.1.3: a path has at most 256 octets, two of which are its angle brackets. */
export const MAX_EMAIL_CHARACTERS = 254;

/** Control, format, unassigned and invisible characters, lone surrogates, and every blank but the ordinary one. */
const UNSEEN = /[\p{C}\p{Default_Ignorable_Code_Point}]|(?! )\p{Z}/u;

/** As stored and shown. */
export function normaliseName(text: string): string {
  return text.normalize('NFKC').trim();
}

/** What two spellings of one name have in common. Upper-casing in between joins ß with SS and ς with σ. */
export function foldName(text: string): string {
  return normaliseName(text).toLowerCase().toUpperCase().toLowerCase().normalize('NFKC');
}

export function looksLikeEmail(name: string): boolean {
  return normaliseName(name).includes('@');
}

/** True when no account can have this name: the database need not be asked (it would refuse NUL, for one). */
export function isImpossibleName(name: string): boolean {
  return name.length > 4 * MAX_EMAIL_CHARACTERS || UNSEEN.test(normaliseName(name));
}

/** Undefined when the normalised username is acceptable. Characters are Unicode code points. */
export function usernameProblem(username: string): FieldProblem | undefined {
  const refuse = (rule: string): FieldProblem => ({ field: 'username', message: `username must ${rule}.` });
  const characters = [...username].length;
  if (characters < MIN_USERNAME_CHARACTERS || characters > MAX_USERNAME_CHARACTERS) {
    return refuse(`have ${MIN_USERNAME_CHARACTERS} to ${MAX_USERNAME_CHARACTERS} characters`);
  }
  if (username.includes('@')) return refuse('not contain @, so that it cannot be taken for an e-mail address');
  if (UNSEEN.test(username)) return refuse('not contain control or invisible characters');
  return undefined;
}

/** Undefined when the normalised address is acceptable. */
export function emailProblem(email: string): FieldProblem | undefined {
  const valid = email.length <= MAX_EMAIL_CHARACTERS && !/\s/.test(email) && !UNSEEN.test(email) && isEmail(email);
  if (valid) return undefined;
  return { field: 'email', message: `email must be an e-mail address of at most ${MAX_EMAIL_CHARACTERS} characters.` };
}
