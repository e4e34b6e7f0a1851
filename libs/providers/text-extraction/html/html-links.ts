/**
 * Where links lead, for readers of the text alone: behind the link's own text, in brackets, once for each target. Only what
 * leads somewhere by itself counts; a path says nothing without its site.
 */
const TARGET = /^(?:https?:\/\/|mailto:|tel:)\S+$/i;
const SCHEME = /^(?:https?:\/\/|mailto:|tel:)/i;
/** Longer ones are made for machines. */
const MAX_TARGET_CHARS = 200;
/** Of one page. */
const MAX_TARGETS = 1_000;

export class HtmlLinks {
  /** What the page says its paths begin with. */
  base: string | undefined;
  private readonly told = new Set<string>();
  private target: string | undefined;
  private text = '';
  private isOpen = false;
  private chars = 0;

  begin(href: string | undefined): void {
    this.isOpen = true;
    this.text = '';
    this.target = this.resolved(href?.trim() ?? '');
  }

  read(text: string): void {
    if (!this.isOpen) return;
    this.chars += text.trim().length;
    if (this.text.length <= MAX_TARGET_CHARS) this.text += text;
  }

  /** What is to be written behind the link. */
  end(): string {
    const { target } = this;
    const text = this.text.trim();
    this.isOpen = false;
    this.target = undefined;
    if (target === undefined || text === '' || this.told.size >= MAX_TARGETS || this.told.has(target)) return '';
    this.told.add(target);
    const shown = target.replace(/^(?:mailto|tel):/i, '');
    if (text.replace(SCHEME, '').includes(bare(shown))) return '';
    const written = ` (${shown})`;
    this.chars += written.length;
    return written;
  }

  /** Characters within links since it was last asked. */
  takeChars(): number {
    const { chars } = this;
    this.chars = 0;
    return chars;
  }

  private resolved(href: string): string | undefined {
    if (href === '' || href.startsWith('#') || href.length > MAX_TARGET_CHARS) return undefined;
    if (TARGET.test(href)) return href;
    if (this.base === undefined || !URL.canParse(href, this.base)) return undefined;
    const { href: target } = new URL(href, this.base);
    return TARGET.test(target) && target.length <= MAX_TARGET_CHARS ? target : undefined;
  }
}

function bare(target: string): string {
  return target.replace(SCHEME, '').replace(/\/$/, '');
}
