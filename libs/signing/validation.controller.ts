import { Controller, Get, Header, HttpCode, Param, ParseUUIDPipe, Post, Res, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { assertVisible } from '#documents';
import type { Actor, Tx } from '#kernel';
import { assertMay, Me } from '#organisation';
import { Answers, AnswersBytes, Transactions } from '#platform';
import { askForCheck } from './commands/ask-for-check.ts';
import { oneReport, reportsOfDocument, reportsOfItem } from './queries/signature-reports.ts';
import { reportPaper } from './report/report-paper.ts';
import { SignatureReportView } from './validation-contract.ts';

/** Reports on signatures, found where their files lie: on a document's card or in a received item. */
@ApiTags('signing')
@Controller('api')
export class ValidationController {
  constructor(private readonly transactions: Transactions) {}

  @Get('documents/:id/signatures')
  @Answers(z.array(SignatureReportView))
  ofDocument(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.onDocument(me, id, (tx) => reportsOfDocument(tx, id));
  }

  @Get('intake/:id/signatures')
  @Answers(z.array(SignatureReportView))
  ofItem(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.onItem(me, (tx) => reportsOfItem(tx, id));
  }

  /** The worker validates the signed files anew; the new reports appear at GET. */
  @Post('documents/:id/signatures/check')
  @HttpCode(202)
  checkDocument(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.onDocument(me, id, (tx) => askForCheck(tx, { documentId: id }));
  }

  @Post('intake/:id/signatures/check')
  @HttpCode(202)
  checkItem(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.onItem(me, (tx) => askForCheck(tx, { itemId: id }));
  }

  @Get('documents/:id/signatures/:reportId')
  @Answers(SignatureReportView)
  documentReport(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) documentId: string,
    @Param('reportId', ParseUUIDPipe) reportId: string,
  ) {
    return this.onDocument(me, documentId, (tx) => oneReport(tx, { documentId }, reportId));
  }

  @Get('intake/:id/signatures/:reportId')
  @Answers(SignatureReportView)
  itemReport(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) itemId: string,
    @Param('reportId', ParseUUIDPipe) reportId: string,
  ) {
    return this.onItem(me, (tx) => oneReport(tx, { itemId }, reportId));
  }

  /** The report as a paper of the institution, to print or to keep beside the document. */
  @Get('documents/:id/signatures/:reportId/paper')
  @Header('cache-control', 'private, no-store')
  @AnswersBytes()
  async documentPaper(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) documentId: string,
    @Param('reportId', ParseUUIDPipe) reportId: string,
    @Res({ passthrough: true }) response: Response,
  ) {
    const set = await this.onDocument(me, documentId, async (tx) =>
      reportPaper(tx, await oneReport(tx, { documentId }, reportId)),
    );
    return asPdf(set(), response);
  }

  @Get('intake/:id/signatures/:reportId/paper')
  @Header('cache-control', 'private, no-store')
  @AnswersBytes()
  async itemPaper(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) itemId: string,
    @Param('reportId', ParseUUIDPipe) reportId: string,
    @Res({ passthrough: true }) response: Response,
  ) {
    const set = await this.onItem(me, async (tx) => reportPaper(tx, await oneReport(tx, { itemId }, reportId)));
    return asPdf(set(), response);
  }

  private onDocument<T>(me: Actor, id: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transactions.run(me, async (tx) => {
      await assertVisible(tx, id);
      return work(tx);
    });
  }

  private onItem<T>(me: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transactions.run(me, (tx) => {
      assertMay(tx, 'register documents');
      return work(tx);
    });
  }
}

function asPdf(paper: Buffer, response: Response): StreamableFile {
  response.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
  const name = encodeURIComponent('Paraksta pārbaudes pārskats.pdf');
  return new StreamableFile(paper, { type: 'application/pdf', disposition: `inline; filename*=UTF-8''${name}` });
}
