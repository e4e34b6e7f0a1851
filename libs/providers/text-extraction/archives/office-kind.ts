/** What a container of Microsoft Office holds, told by the names of its parts. */

export type OfficeKind = 'docx' | 'pptx' | 'xlsx';

/** How an entry of an archive begins, and where its name stands. APPNOTE 4.3.7 */
const LOCAL = { signature: Buffer.from('504b0304', 'hex'), nameLengthAt: 26, nameAt: 30 };
/** Each kind keeps its parts in a folder of its own. ECMA-376, part 1, 11 to 13 */
const FOLDERS: Readonly<Record<string, OfficeKind>> = { word: 'docx', ppt: 'pptx', xl: 'xlsx' };

/** Of an archive, by its first part in one of the folders; the beginning of the file is enough. */
export function officeKindOf(bytes: Uint8Array): OfficeKind | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!file.subarray(0, 4).equals(LOCAL.signature)) return undefined;
  for (let at = 0; at >= 0 && at + LOCAL.nameAt <= file.length; at = file.indexOf(LOCAL.signature, at + 4)) {
    const length = file.readUInt16LE(at + LOCAL.nameLengthAt);
    const name = file.toString('latin1', at + LOCAL.nameAt, at + LOCAL.nameAt + length);
    const folder = /^([a-z]+)\//i.exec(name)?.[1]?.toLowerCase() ?? '';
    if (Object.hasOwn(FOLDERS, folder)) return FOLDERS[folder];
  }
  return undefined;
}

/** Compound files: Office before 2007, mails of Outlook, and Office files under a password. [MS-CFB] 2.2, [MS-OFFCRYPTO] 2.3.2 */
const COMPOUND_FILE = 'd0cf11e0a1b11ae1';

type CompoundKind = 'protected' | 'doc' | 'xls' | 'ppt' | 'msg' | 'unknown';

/** Streams that only files of one kind have; a password is looked for first, since it hides the others. */
const STREAMS: ReadonlyArray<readonly [stream: string, kind: CompoundKind]> = [
  ['EncryptedPackage', 'protected'],
  ['WordDocument', 'doc'],
  ['Workbook', 'xls'],
  ['PowerPoint Document', 'ppt'],
  ['__substg1.0_', 'msg'],
];

/** Undefined when it is no compound file. */
export function compoundKindOf(bytes: Uint8Array): CompoundKind | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.subarray(0, 8).toString('hex') !== COMPOUND_FILE) return undefined;
  return STREAMS.find(([stream]) => file.includes(stream, 0, 'utf16le'))?.[1] ?? 'unknown';
}

const COMPOUND_NAMES: Readonly<Record<CompoundKind, string>> = {
  protected: 'an Office document that is protected with a password',
  doc: 'a Word document of the format before 2007 (.doc)',
  xls: 'an Excel workbook of the format before 2007 (.xls)',
  ppt: 'a PowerPoint presentation of the format before 2007 (.ppt)',
  msg: 'a mail of Outlook (.msg)',
  unknown: 'an old Office document',
};

/** With its article. */
export function compoundName(kind: CompoundKind): string {
  return COMPOUND_NAMES[kind];
}
