/** Semantic Versioning 2.0.0, §2, 9 and 10; numbers have no leading zeros. */
const NUMBER = '(?:0|[1-9]\\d{0,9})';
const PRE_RELEASE = '(?:0|[1-9]\\d*|\\d*[A-Za-z-][\\dA-Za-z-]*)';
const VERSION = new RegExp(
  `^${NUMBER}\\.${NUMBER}\\.${NUMBER}(?:-${PRE_RELEASE}(?:\\.${PRE_RELEASE})*)?(?:\\+[\\dA-Za-z-]+(?:\\.[\\dA-Za-z-]+)*)?$`,
);
const MAX_LENGTH = 64;

export function isSemanticVersion(text: string): boolean {
  return text.length <= MAX_LENGTH && VERSION.test(text);
}
