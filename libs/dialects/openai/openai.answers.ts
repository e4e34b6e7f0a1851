export { AnswersBare as Tells } from '#infra/http';

/** Seconds since 1970, as OpenAI writes every time. */
export function unixSeconds(at: Date): number {
  return Math.floor(at.getTime() / 1_000);
}
