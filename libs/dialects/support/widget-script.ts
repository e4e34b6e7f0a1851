/**
 * The bundle of the chat widget, as the build left it. Read once; it changes with the server only. A page that has it asks
 * for changes by its ETag (RFC 9110 §8.8.3), which is strong: one for each coding.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { supportErrors } from './support.errors';

const HERE = path.resolve(__dirname, '../../..');
/** Written by `apps/build.mjs`. Found from the sources, too, as tests run them. */
const BUNDLE = path.join(path.basename(HERE) === 'dist' ? HERE : path.join(HERE, 'dist'), 'clients/widget.js');

export interface ScriptVariant {
  body: Buffer;
  etag: string;
  /** Undefined for the script as it is. */
  coding: 'gzip' | undefined;
}

@Injectable()
export class WidgetScript implements OnModuleInit {
  private readonly logger = new Logger(WidgetScript.name);
  private variants: { plain: ScriptVariant; gzip: ScriptVariant } | undefined;

  onModuleInit(): void {
    this.load(BUNDLE);
  }

  /** Without the bundle everything else works, and whoever asks for it is told. */
  load(file: string): void {
    try {
      const body = readFileSync(file);
      const hash = createHash('sha256').update(body).digest('base64url').slice(0, 27);
      this.variants = {
        plain: { body, etag: `"${hash}"`, coding: undefined },
        gzip: { body: gzipSync(body, { level: 9 }), etag: `"${hash}-gzip"`, coding: 'gzip' },
      };
    } catch (error) {
      this.logger.error(`There is no chat widget, /widget.js answers 503: ${String(error)}`);
    }
  }

  /** @throws `support.widget_missing` */
  acceptedBy(acceptEncoding: string | undefined): ScriptVariant {
    if (!this.variants) throw supportErrors.widget_missing();
    return acceptsGzip(acceptEncoding) ? this.variants.gzip : this.variants.plain;
  }
}

/** RFC 9110 §12.5.3: a coding with the quality 0 is not acceptable. */
function acceptsGzip(header = ''): boolean {
  return header.split(',').some((part) => /^\s*gzip\s*(?:;\s*q=(?:1(?:\.0*)?|0\.\d*[1-9]\d*)\s*)?$/i.test(part));
}

/** Whether `If-None-Match` (RFC 9110 §13.1.2) names it; the comparison is weak. */
export function isKnown(etag: string, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch.split(',').some((part) => part.trim() === '*' || part.trim().replace(/^W\//, '') === etag);
}
