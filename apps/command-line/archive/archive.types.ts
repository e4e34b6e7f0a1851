/**
 * The archive of a whole installation: a tar file, compressed with gzip. Its entries, in this order:
 *
 *   parley.json                    what it is, of which version, and the columns of each table
 *   tables/<table>/<number>.jsonl  rows, one JSON array of texts and nulls a line, in the order of the columns
 *   blobs/<key>                    files
 *   secrets.json                   only when asked for
 *   manifest.json                  how much of everything there must be, and its checksums; an archive without it is cut off
 */
import { z } from 'zod';

export const FORMAT = 'parley-backup';
export const FORMAT_VERSION = 1;

export const ENTRIES = { header: 'parley.json', secrets: 'secrets.json', manifest: 'manifest.json' } as const;
export const TABLES_FOLDER = 'tables/';
export const BLOBS_FOLDER = 'blobs/';

const digest = z.string().regex(/^[0-9a-f]{64}$/);

export const HEADER = z.object({
  format: z.literal(FORMAT),
  formatVersion: z.number().int(),
  /** The version of Parley that made it. */
  parleyVersion: z.string(),
  createdAt: z.iso.datetime(),
  madeFrom: z.enum(['embedded', 'postgresql']),
  /** Names of the migrations that its tables have had, in order. */
  migrations: z.array(z.string()),
  /** Of SECRETS_KEY; says nothing of the key itself. */
  secretsKeyFingerprint: z.string(),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
});
export type ArchiveHeader = z.infer<typeof HEADER>;

export const MANIFEST = z.object({
  tables: z.array(z.object({ name: z.string(), rows: z.number().int(), digest })),
  sequences: z.array(z.object({ name: z.string(), lastValue: z.string().nullable() })),
  blobs: z.array(z.object({ key: z.string(), mediaType: z.string(), bytes: z.number().int(), sha256: digest })),
  /** Named by rows, but not there any more: they were deleted while the archive was made. */
  missingBlobs: z.array(z.string()),
});
export type ArchiveManifest = z.infer<typeof MANIFEST>;
export type TableContents = ArchiveManifest['tables'][number];
export type BlobContents = ArchiveManifest['blobs'][number];

export const SECRETS = z.object({ JWT_SECRET: z.string().min(32), SECRETS_KEY: z.string().min(32) });
export type ArchivedSecrets = z.infer<typeof SECRETS>;
