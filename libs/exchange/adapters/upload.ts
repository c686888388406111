import { tmpdir } from 'node:os';
import { HttpException, Injectable, type CallHandler, type ExecutionContext } from '@nestjs/common';
import { FilesInterceptor } from '@nestjs/platform-express';
import { config } from '#platform';
import { problems } from '../problems.ts';

/** One file of a multipart upload, on disk. */
export interface Uploaded {
  readonly originalname: string;
  readonly path: string;
}

const MAX_FILES = 100;

/** Streams uploads to temporary files, within limits: memory does not grow with what is sent. */
const Multipart = FilesInterceptor('files', MAX_FILES, {
  dest: tmpdir(),
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
