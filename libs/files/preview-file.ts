import { StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import { problems, type Locale } from '#kernel';
import type { FileStore } from './adapters/file-store.ts';
import type { FilePreview, FileQuery } from './contract.ts';
import { runIsolated } from './isolated/run-isolated.ts';
import { SHOWN_BY_BROWSER } from './isolated/media-type.ts';
import { LIMITS } from './limits.ts';

interface NamedFile {
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
}

/**
 * A stored file as something to look at in place: office files, messages and e-invoices as a safe page, containers as their contents.
 * Never throws because of the content; what cannot be shown says why.
 */
export async function previewFile(
  store: FileStore,
  file: NamedFile,
  { inside = [] }: FileQuery,
  locale: Locale,
): Promise<FilePreview> {
  // The driver gives sizes as text.
  if (Number(file.size) > LIMITS.inspected) return { form: 'none', reason: 'too-large' };
  const bytes = await store.read(file.sha256);
  return runIsolated('previewContent', { bytes, name: file.name, inside, locale }, LIMITS.previewSeconds).catch(() => ({
    form: 'none',
    reason: 'damaged',
  }));
}

/**
 * Answers the bytes of a stored file, or of a part within it, exactly as received; shown in place only when a browser cannot be
 * harmed by them, otherwise as a download. @throws Problem not-found (404) when there is no such part
 */
export async function answerFile(
  store: FileStore,
  file: NamedFile,
  { inside, download }: FileQuery,
  response: Response,
): Promise<StreamableFile> {
  const part = inside && (await takePart(store, file, inside));
  const { name, mediaType } = part ?? file;
  const inline = SHOWN_BY_BROWSER.includes(mediaType) && download === undefined;
  response.setHeader('cache-control', 'private, no-store');
  response.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
  const options = {
    type: inline ? mediaType : 'application/octet-stream',
    disposition: `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`,
    length: part ? part.bytes.length : file.size,
  };
  return part ? new StreamableFile(part.bytes, options) : new StreamableFile(await store.open(file.sha256), options);
}

async function takePart(store: FileStore, { sha256, name, size }: NamedFile, inside: number[]) {
  if (Number(size) > LIMITS.inspected) throw problems.notFound();
  const bytes = await store.read(sha256);
  const part = await runIsolated('takePart', { bytes, name, inside }, LIMITS.previewSeconds).catch(() => undefined);
  if (!part) throw problems.notFound();
  return part;
}
