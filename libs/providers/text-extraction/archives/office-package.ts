/** An Office document of today as a package of parts that refer to each other. ECMA-376, part 2 */
import path from 'node:path';
import { extractionErrors } from '../text-extraction.errors';
import { compoundKindOf, compoundName } from './office-kind';
import { parseXml } from './xml';
import { ZipArchive } from './zip-archive';

/** XML of a book of a thousand pages has some 20 MB; it takes ten times that in memory. */
export const MAX_XML_BYTES = 64 * 1024 * 1024;

export interface PackageKind {
  /** With its article and extension. */
  name: string;
  extension: string;
}

/** What one part says of another. */
export interface Relationship {
  /** The last word of its type, e.g. `slide`. */
  type: string;
  /** Name of the part it leads to; undefined when it leads out of the package. */
  target: string | undefined;
}

/** @throws AppError of `text-extraction.errors` */
export function openPackage(bytes: Uint8Array, { name, extension }: PackageKind): ZipArchive {
  const compound = compoundKindOf(bytes);
  if (compound === undefined) {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return new ZipArchive(file, { kind: name, maxBytes: MAX_XML_BYTES });
  }
  if (compound === 'protected') throw extractionErrors.protected({ message: PROTECTED });
  if (compound === 'unknown') {
    const message = `The file is protected with a password, or made by a version of Office before 2007. Save it as .${extension}, without a password.`;
    throw extractionErrors.protected({ message });
  }
  const message = `The file is ${compoundName(compound)}, which cannot be read here. Save it as .${extension}.`;
  throw extractionErrors.unknown_format({ message });
}

const PROTECTED = 'The Office document is protected with a password. Save it without one.';

/** Of a part, by their ids; the package itself is the part with the empty name. */
export function relationshipsOf(archive: ZipArchive, part: string): ReadonlyMap<string, Relationship> {
  const { dir, base } = path.posix.parse(part);
  const name = path.posix.join(dir, '_rels', `${base}.rels`);
  const found = new Map<string, Relationship>();
  if (!archive.has(name)) return found;
  parseXml(archive.readXml(name), {
    open: (element, { Id: id, Type: type = '', Target: target, TargetMode: mode }) => {
      if (element !== 'Relationship' || id === undefined || target === undefined) return;
      const place = path.posix.normalize(target.startsWith('/') ? target.slice(1) : path.posix.join(dir, target));
      const isInside = mode !== 'External' && archive.has(place);
      found.set(id, { type: type.slice(type.lastIndexOf('/') + 1), target: isInside ? place : undefined });
    },
  });
  return found;
}

/** Names of the parts that a part leads to, of one type. */
export function targetsOf(archive: ZipArchive, part: string, type: string): string[] {
  return [...relationshipsOf(archive, part).values()].flatMap((found) =>
    found.type === type && found.target !== undefined ? [found.target] : [],
  );
}
