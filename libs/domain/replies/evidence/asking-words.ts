/**
 * Words that only ask: the "long" of "how long", the "time" of "what time". No answer repeats them, and a search that looks
 * for them thinks that every passage lacks something. Question words themselves are stop words already.
 */
const askingWords: Readonly<Record<string, RegExp>> = {
  en: /\b(how)\s+(?:long|much|many|often|far|fast|soon|quick(?:ly)?|old|late|early|expensive)\b|\b(what|at what)\s+time\b/gi,
  de: /\b(wie)\s*(?:lange?|viele?|oft|weit|schnell|alt|spät|früh|teuer)\b|\b(um wie)\s*viel\s+uhr\b/gi,
  fr: /\b(combien)\s+de\s+temps\b|\b(à quelle)\s+heure\b/gi,
  es: /(cuánto|cuanto)\s+tiempo\b|\b(a qué|a que)\s+hora\b/gi,
  it: /\b(quanto)\s+tempo\b|\b(a che)\s+ora\b/gi,
  pt: /\b(quanto)\s+tempo\b|\b(a que)\s+horas?\b/gi,
  nl: /\b(hoe)\s*(?:lang|veel|vaak|ver|snel|oud|laat|vroeg|duur)\b/gi,
};

/** The question without them. */
export function withoutAskingWords(question: string, language: string): string {
  const pattern = askingWords[language] ?? askingWords.en;
  if (pattern === undefined) return question;
  return question.replace(
    pattern,
    (_, ...groups: unknown[]) => groups.find((group) => typeof group === 'string' && group !== '') as string,
  );
}
