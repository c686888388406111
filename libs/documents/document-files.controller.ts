import {
  Controller,
  Delete,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  UploadedFiles,
  UseInterceptors,
} from '@nestjs/common';
import { ApiConsumes, ApiTags } from '@nestjs/swagger';
import { FileStore, takeFile, Upload, withUploads, type TakenFile, type Uploaded } from '#files';
import type { Actor, Tx } from '#kernel';
import { Me } from '#organisation';
import { Answers, Transactions } from '#platform';
import { z } from 'zod';
import { documentOfFiles, putFiles, removeAttachment } from './commands/change-files.ts';
import { Composer } from './composer.ts';
import { PutFile, PutFilesQuery } from './contract.ts';
import { assertVisible } from './queries/document-card.ts';

/** Files that people put on documents of their own making. */
@ApiTags('documents')
@Controller('api/documents/:id/files')
export class DocumentFilesController {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: FileStore,
    private readonly composer: Composer,
  ) {}

  /** Stored and inspected first; whatever is wrong is told and nothing is added. A paper that names its attachments is set anew. */
  @Post()
  @ApiConsumes('multipart/form-data')
  @UseInterceptors(Upload)
  @Answers(z.array(PutFile), 201)
  put(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query({ schema: PutFilesQuery }) { role }: PutFilesQuery,
    @UploadedFiles() uploaded: Uploaded[] = [],
  ): Promise<PutFile[]> {
    return withUploads(uploaded, async (putIn) => {
      await this.onVisible(me, id, (tx) => documentOfFiles(tx, id, role));
      const files: TakenFile[] = [];
      for (const one of putIn) files.push(await takeFile(this.store, one));
      await this.onVisible(me, id, (tx) => putFiles(tx, id, role, files));
      await this.composer.compose(me, id);
      return files.map(({ name, stored: { sha256 }, mediaType, findings }) => ({
        name,
        sha256,
        mediaType,
        findings: [...findings],
      }));
    });
  }

  @Delete(':fileId')
  @HttpCode(204)
  async remove(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('fileId', ParseUUIDPipe) fileId: string,
  ): Promise<void> {
    await this.onVisible(me, id, (tx) => removeAttachment(tx, id, fileId));
    await this.composer.compose(me, id);
  }

  private onVisible<T>(me: Actor, id: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transactions.run(me, async (tx) => {
      await assertVisible(tx, id);
      return work(tx);
    });
  }
}
