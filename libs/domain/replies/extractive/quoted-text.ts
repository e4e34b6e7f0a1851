/** Quoted units as text: sentences of a paragraph in one line, items and rows in lines of their own, blocks apart. */
import type { QuotablePassage, Unit } from '../passages/quotable-passage';
import type { Quotation } from './quotation';

export function quotedText({ units }: QuotablePassage, quotation: Quotation): string {
  const blocks = new Map<number, Unit[]>();
  for (const index of quotation) {
    const unit = units[index];
    if (unit !== undefined) blocks.set(unit.block, [...(blocks.get(unit.block) ?? []), unit]);
  }
  return [...blocks.values()].map(blockText).join('\n\n');
}

function blockText(units: readonly Unit[]): string {
  if (units[0]?.kind !== 'prose') return units.map(({ text }) => text).join('\n');
  return units.map(({ text }) => text.replace(/\s*\n\s*/g, ' ')).join(' ');
}
