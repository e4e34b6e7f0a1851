/** An intent, on average: with fewer, what is known beside the examples counts; with more, they know better. */
const ENOUGH_EXAMPLES = 30;

export function hasFewExamples({
  texts,
  intents,
}: {
  texts: ArrayLike<unknown>;
  intents: ArrayLike<unknown>;
}): boolean {
  return texts.length < ENOUGH_EXAMPLES * intents.length;
}
