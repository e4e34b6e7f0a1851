const ARTICLES = new Set(['a', 'an', 'the']);

/** `Create a chatbot` -> `createChatbot`. */
export function operationIdOf(summary: string): string {
  const words = summary
    .replace(/['’]/g, '')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '' && !ARTICLES.has(word.toLowerCase()));
  return words.map((word, index) => (index === 0 ? word.toLowerCase() : capitalised(word))).join('');
}

export function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
