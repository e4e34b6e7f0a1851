/**
 * Models that are known by their name to understand images, from the vendors' lists of models (November 2026). Only where
 * nobody has said whether a model does; a name that is not here is a model that does not, because most providers refuse the
 * whole request when theirs cannot.
 */
const SEE_IMAGES: readonly RegExp[] = [
  /^(?:chat)?gpt-(?:4o|4\.1|4\.5|4-turbo|[5-9])(?!.*(?:audio|realtime|transcribe|tts|search))/,
  /^o(?:1|3|4-mini)(?:$|-(?!mini|preview))/,
  /^claude-(?:[3-9]|(?:opus|sonnet|haiku)-)/,
  /^gemini-(?:1\.5|[2-9])(?!.*(?:embedding|tts|audio|live))/,
  /^(?:bak)?llava/,
  /^llama-?4/,
  /^gemma-?3(?!.*(?:270m|[:-]1b))/,
  /^(?:pixtral|moondream|minicpm-v|internvl|mistral-small-?3\.[12])/,
  /^qwen[\d.]*-?vl/,
  /^phi-4-multimodal/,
  /[-:]vision\b/,
];

/** @param model as its provider calls it, perhaps with its maker before a slash, as routers do */
export function isKnownToSeeImages(model: string): boolean {
  const name = model.slice(model.lastIndexOf('/') + 1).toLowerCase();
  return SEE_IMAGES.some((pattern) => pattern.test(name));
}
