import type { RichText, Span } from './rich-text';

/** Writes a rich text from its beginning to its end. */
export class RichTextBuilder {
  private text = '';
  private readonly spans: Span[] = [];

  write(text: string): this {
    this.text += text;
    return this;
  }

  /** What `content` writes is marked. */
  marked(mark: Omit<Span, 'start' | 'end'>, content: () => void): this {
    const start = this.text.length;
    const position = this.spans.length;
    content();
    const end = this.text.length;
    // Before those within it.
    if (end > start) this.spans.splice(position, 0, { ...mark, start, end });
    return this;
  }

  /** Ends what is written with so many line ends, unless nothing is written or they stand there. */
  endLines(count: number): this {
    if (this.text === '') return this;
    const standing = this.text.length - this.text.replace(/\n+$/, '').length;
    return standing < count ? this.write('\n'.repeat(count - standing)) : this;
  }

  build(): RichText {
    return { text: this.text, spans: this.spans };
  }
}
