/**
 * Nodes -> passages: one each, cut further only where a node is too long for one. Headings among them give the section of
 * what follows; one with nothing below it is text itself. The description of an asset is a passage of its own.
 */
import type { ChunkingSettings, NewPassage, PassageMetadata } from '#domain/knowledge';
import { estimateTokens } from '#providers/llm';
import { passagesOf } from '../passages/passages';
import { withoutBlankEnds } from '../passages/pieces';
import type { DocumentAsset, DocumentNode, NodesDocument } from './named-documents.types';

/** Types of unstructured.io that head what follows. Running heads and feet are on every page and say nothing. */
const HEADINGS: ReadonlySet<string> = new Set(['Title', 'Headline', 'Subheadline', 'Section-header']);
const IGNORED: ReadonlySet<string> = new Set(['PageBreak', 'PageNumber']);
const PATH_SEPARATOR = ' > ';
/** A longer one is prose. */
const MAX_HEADING_CHARS = 200;
/** Deeper than any document is. */
const MAX_DEPTH = 6;

interface Heading {
  depth: number;
  node: DocumentNode;
}

export function passagesOfNodes(
  title: string,
  { nodes, assets }: Pick<NodesDocument, 'nodes' | 'assets'>,
  size: ChunkingSettings,
): NewPassage[] {
  const writer = new NodeWriter(title, size);
  for (const node of nodes) writer.add(node);
  writer.end();
  for (const asset of assets) writer.addAsset(asset);
  return writer.passages;
}

class NodeWriter {
  readonly passages: NewPassage[] = [];
  private headings: Heading[] = [];
  /** Nothing stands below the last heading yet. */
  private isBare = false;

  constructor(
    private readonly title: string,
    private readonly size: ChunkingSettings,
  ) {}

  add(node: DocumentNode): void {
    if (IGNORED.has(node.type)) return;
    if (isHeading(node)) this.open({ depth: depthOf(node), node });
    else this.write(node.text, node.metadata);
  }

  /** After the last node: what follows belongs to no section. */
  end(): void {
    this.keepBareHeading(0);
    this.headings = [];
  }

  addAsset({ uuid, description }: DocumentAsset): void {
    this.write(description, { asset: uuid });
  }

  private open(heading: Heading): void {
    this.keepBareHeading(heading.depth);
    this.headings = [...this.headings.filter(({ depth }) => depth < heading.depth), heading];
    this.isBare = true;
  }

  private keepBareHeading(nextDepth: number): void {
    const last = this.headings.at(-1);
    if (!this.isBare || !last || nextDepth > last.depth) return;
    this.write(last.node.text, last.node.metadata);
  }

  private write(text: string, metadata: PassageMetadata): void {
    const pieces = fits(text, this.size) ? [{ section: null, body: withoutBlankEnds(text) }] : this.cut(text);
    const path = this.headings.map(({ node }) => node.text.trim());
    for (const { section, body } of pieces) {
      if (body === '') continue;
      this.isBare = false;
      this.passages.push({
        position: this.passages.length,
        title: this.title,
        section: [...path, ...(section === null ? [] : [section])].join(PATH_SEPARATOR) || null,
        body,
        ...(Object.keys(metadata).length > 0 ? { metadata } : {}),
      });
    }
  }

  private cut(text: string): Array<{ section: string | null; body: string }> {
    return passagesOf(this.title, text, this.size);
  }
}

function fits(text: string, { maxTokens }: ChunkingSettings): boolean {
  return text.length <= maxTokens || estimateTokens(text) <= maxTokens;
}

function isHeading({ type, text }: DocumentNode): boolean {
  return HEADINGS.has(type) && text.trim() !== '' && text.length <= MAX_HEADING_CHARS;
}

/** unstructured.io counts titles below titles from 0 in `category_depth`. */
function depthOf({ metadata: { category_depth: depth } }: DocumentNode): number {
  return Number.isInteger(depth) ? Math.min(Math.max(depth as number, 0), MAX_DEPTH) + 1 : 1;
}
