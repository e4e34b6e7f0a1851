/** Excel (ECMA-376, SpreadsheetML): each sheet is a section, each row comes with the names of its columns. */
import { openPackage } from '../archives/office-package';
import { BlockList } from '../block-list';
import type { ExtractedText } from '../text-extraction.contract';
import { extractionErrors } from '../text-extraction.errors';
import { eachRow } from './sheet-rows';
import { SheetTables } from './sheet-tables';
import { openWorkbook } from './workbook-parts';

/** @throws AppError of `text-extraction.errors` */
export async function readWorkbook(bytes: Uint8Array): Promise<ExtractedText> {
  const archive = openPackage(bytes, { name: 'an Excel workbook (.xlsx)', extension: 'xlsx' });
  const workbook = openWorkbook(archive);
  const list = new BlockList();
  for (const { name, part, number: page } of workbook.sheets) {
    const tables = new SheetTables(list, { name, page });
    eachRow(archive.readXml(part), workbook, (row, number) => tables.add(row, number));
    tables.end();
  }
  if (list.blocks.length === 0) throw extractionErrors.no_text({ message: 'The Excel workbook holds no text.' });
  return { title: undefined, blocks: list.blocks };
}
