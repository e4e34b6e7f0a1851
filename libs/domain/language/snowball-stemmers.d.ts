/** The package ships no types. It is a port of the Snowball stemmers; `english` is Porter2. */
declare module 'snowball-stemmers' {
  export interface SnowballStemmer {
    stem(word: string): string;
  }
  export function newStemmer(algorithm: string): SnowballStemmer;
}
