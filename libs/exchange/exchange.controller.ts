import { rm } from 'node:fs/promises';
import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Res,
  StreamableFile,
  UploadedFiles,
  UseInterceptors,
} from '@nestjs/common';
import { ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { FileStore } from '#files';
import type { Actor, Tx } from '#kernel';
import { assertMay, Me } from '#organisation';
import { Transactions } from '#platform';
import { Upload, type Uploaded } from './adapters/upload.ts';
import { markHandedOver, retryDispatch } from './commands/change-dispatch.ts';
import { dismissItem, restoreItem } from './commands/dismiss-item.ts';
import { Dismissal, HandedOver, IntakeQuery, type Dropped } from './contract.ts';
import { Intake } from './intake.ts';
import { problems } from './problems.ts';
import { dispatchesOf } from './queries/dispatches.ts';
import { intakeCard, intakeList, receivedFile, receivedRaw } from './queries/intake.ts';

/** Types that a browser may show in place; everything else a stranger sent is only downloaded. */
const SHOWN = ['application/pdf', 'image/png', 'image/jpeg', 'image/gif', 'image/webp', 'text/plain'];

@ApiTags('exchange')
@Controller('api')
export class ExchangeController {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: FileStore,
    private readonly intake: Intake,
  ) {}

  private run<T>(me: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transactions.run(me, work);
  }

  @Get('intake')
  list(@Me() me: Actor, @Query({ schema: IntakeQuery }) query: IntakeQuery) {
    return this.run(me, (tx) => intakeList(tx, query));
  }

  @Get('intake/:id')
  card(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.run(me, (tx) => intakeCard(tx, id));
  }

  /** A set of dropped files is one item; its answer comes when everything is stored and inspected. */
  @Post('intake')
  @ApiConsumes('multipart/form-data')
  @UseInterceptors(Upload)
  async drop(@Me() me: Actor, @UploadedFiles() uploaded: Uploaded[] = []): Promise<Dropped> {
    try {
      await this.run(me, async (tx) => assertMay(tx, 'register documents'));
      if (!uploaded.length) throw problems.nothingReceived();
      const putIn = uploaded.map(({ originalname, path }) => ({ name: plainName(originalname), path }));
      const ids = await this.intake.takeFiles(me, putIn, 'upload');
      return { id: ids[0]!, ids };
    } finally {
      await Promise.all(uploaded.map(({ path }) => rm(path, { force: true })));
    }
  }

  @Get('intake/:id/raw')
  async raw(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Res({ passthrough: true }) response: Response) {
    return this.send(await this.run(me, (tx) => receivedRaw(tx, id)), response, false);
  }

  @Get('intake/files/:id')
  async file(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) response: Response,
    @Query('download') download?: string,
  ) {
    return this.send(await this.run(me, (tx) => receivedFile(tx, id)), response, download === undefined);
  }

  private async send(
    { sha256, name, mediaType, size }: { sha256: string; name: string; mediaType: string; size: number },
    response: Response,
    mayShow: boolean,
  ) {
    const inline = mayShow && SHOWN.includes(mediaType);
    response.setHeader('cache-control', 'private, no-store');
    response.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    return new StreamableFile(await this.store.open(sha256), {
      type: inline ? mediaType : 'application/octet-stream',
      disposition: `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`,
      length: size,
    });
  }

  @Post('intake/:id/dismissal')
  @HttpCode(204)
  dismiss(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Body({ schema: Dismissal }) { reason }: Dismissal) {
    return this.run(me, (tx) => dismissItem(tx, id, reason));
  }

  @Delete('intake/:id/dismissal')
  @HttpCode(204)
  restore(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.run(me, (tx) => restoreItem(tx, id));
  }

  @Get('documents/:id/dispatches')
  dispatches(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.run(me, (tx) => dispatchesOf(tx, id));
  }

  @Post('dispatches/:id/retry')
  @HttpCode(204)
  retry(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.run(me, (tx) => retryDispatch(tx, id));
  }

  /** A person handed it over (post, in person), or its receipt is confirmed. */
  @Post('dispatches/:id/delivery')
  @HttpCode(204)
  handedOver(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: HandedOver }) { state }: HandedOver,
  ) {
    return this.run(me, (tx) => markHandedOver(tx, id, state));
  }
}

/** A browser may send a path; control characters have no place in a name. */
const plainName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '')
    .replaceAll(/\p{Cc}/gu, '')
    .toWellFormed()
    .slice(0, 200) || 'datne';
