import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { HttpException, Injectable, type CallHandler, type ExecutionContext } from '@nestjs/common';
import { FilesInterceptor } from '@nestjs/platform-express';
import { config } from '#platform';
import { problems } from './problems.ts';
import { temporaryFile } from './sweep.ts';

/** One file of a multipart upload, on disk. */
export interface Uploaded {
  readonly originalname: string;
  readonly path: string;
}

const MAX_FILES = 100;

type Done = (error: unknown, kept?: { path: string }) => void;

/** Files under names by which what a killed process leaves is found again (`sweepTemporary`). */
const storage = {
  _handleFile(_request: unknown, { stream }: { stream: Readable }, done: Done) {
    const path = temporaryFile();
    pipeline(stream, createWriteStream(path, { mode: 0o600 })).then(
      () => done(null, { path }),
      (error: unknown) => void rm(path, { force: true }).finally(() => done(error)),
    );
  },
  _removeFile(_request: unknown, { path }: { path: string }, done: Done) {
    rm(path, { force: true }).then(() => done(null), done);
  },
};

/** Streams uploads to temporary files, within limits: memory does not grow with what is sent. */
const Multipart = FilesInterceptor('files', MAX_FILES, {
  storage,
  defParamCharset: 'utf8',
  limits: () => ({
    fileSize: config().MAX_FILE_MB * 1024 ** 2,
    files: MAX_FILES,
    fields: 20,
    fieldSize: 10_000,
    parts: MAX_FILES + 20,
  }),
} as object);

/** `@UseInterceptors(Upload)`: several `files`; too large, too many or broken off is said in the clerk's words. */
@Injectable()
export class Upload extends Multipart {
  override async intercept(context: ExecutionContext, next: CallHandler) {
    try {
      return await super.intercept(context, next);
    } catch (error) {
      throw explained(error);
    }
  }
}

function explained(error: unknown): unknown {
  if (!(error instanceof HttpException)) return error;
  if (/too large/i.test(error.message)) return problems.fileOverLimit({ limitMb: config().MAX_FILE_MB });
  if (/too many|unexpected field/i.test(error.message)) return problems.tooManyFiles({ limit: MAX_FILES });
  return error.getStatus() === 400 ? problems.uploadBroken() : error;
}
