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
  UploadedFiles,
  UseInterceptors,
} from '@nestjs/common';
import { ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { answerFile, FileStore, previewFile, Upload, withUploads, type Uploaded } from '#files';
import { FilePreview, FileQuery } from '#files/contract';
import type { Actor, Tx } from '#kernel';
import { assertMay, Me } from '#organisation';
import { Answers, AnswersBytes, Transactions } from '#platform';
import { z } from 'zod';
import { markHandedOver, retryDispatch } from './commands/change-dispatch.ts';
import { dismissItem, restoreItem } from './commands/dismiss-item.ts';
import { Dismissal, DispatchView, Dropped, HandedOver, IntakeCard, IntakePage, IntakeQuery } from './contract.ts';
import { Intake } from './intake.ts';
import { dispatchesOf } from './queries/dispatches.ts';
import { intakeCard, intakeList, receivedFile, receivedRaw } from './queries/intake.ts';

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
  @Answers(IntakePage)
  list(@Me() me: Actor, @Query({ schema: IntakeQuery }) query: IntakeQuery) {
    return this.run(me, (tx) => intakeList(tx, query));
  }

  @Get('intake/:id')
  @Answers(IntakeCard)
  card(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.run(me, (tx) => intakeCard(tx, id));
  }

  /** A set of dropped files is one item; its answer comes when everything is stored and inspected. */
  @Post('intake')
  @ApiConsumes('multipart/form-data')
  @UseInterceptors(Upload)
  @Answers(Dropped, 201)
  async drop(@Me() me: Actor, @UploadedFiles() uploaded: Uploaded[] = []): Promise<Dropped> {
    return withUploads(uploaded, async (putIn) => {
      await this.run(me, async (tx) => assertMay(tx, 'register documents'));
      const ids = await this.intake.takeFiles(me, putIn, 'upload');
      return { id: ids[0]!, ids };
    });
  }

  @Get('intake/:id/raw')
  @AnswersBytes()
  async raw(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Res({ passthrough: true }) response: Response) {
    return answerFile(this.store, await this.run(me, (tx) => receivedRaw(tx, id)), { download: '1' }, response);
  }

  @Get('intake/files/:id')
  @AnswersBytes()
  async file(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query({ schema: FileQuery }) query: FileQuery,
    @Res({ passthrough: true }) response: Response,
  ) {
    return answerFile(this.store, await this.run(me, (tx) => receivedFile(tx, id)), query, response);
  }

  @Get('intake/files/:id/preview')
  @Answers(FilePreview)
  async preview(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query({ schema: FileQuery }) query: FileQuery,
  ) {
    return previewFile(this.store, await this.run(me, (tx) => receivedFile(tx, id)), query, me.locale);
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
  @Answers(z.array(DispatchView))
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
