import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { assertVisible } from '#documents';
import { FileStore } from '#files';
import type { Actor } from '#kernel';
import { assertMay, Me } from '#organisation';
import { Answers, Transactions } from '#platform';
import { z } from 'zod';
import { beginSigning } from './commands/begin-signing.ts';
import { completeSigning } from './commands/complete-signing.ts';
import { BeginSigning, CompleteSigning, SignatureReportView, SigningView } from './contract.ts';
import { reportsOfDocument, reportsOfItem } from './queries/signature-reports.ts';

@ApiTags('signing')
@Controller('api')
export class SigningController {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: FileStore,
  ) {}

  @Post('steps/:id/signature')
  @Answers(SigningView, 201)
  begin(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: BeginSigning }) { provider = 'demo' }: BeginSigning,
  ) {
    return beginSigning(this.transactions, this.store, me, id, provider);
  }

  @Post('signatures/:id/completion')
  @HttpCode(204)
  complete(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: CompleteSigning }) { signatureValue }: CompleteSigning,
  ) {
    return completeSigning(
      this.transactions,
      this.store,
      me,
      id,
      signatureValue ? Buffer.from(signatureValue, 'base64') : null,
    );
  }

  @Get('documents/:id/signatures')
  @Answers(z.array(SignatureReportView))
  ofDocument(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.transactions.run(me, async (tx) => {
      await assertVisible(tx, id);
      return reportsOfDocument(tx, id);
    });
  }

  @Get('intake/:id/signatures')
  @Answers(z.array(SignatureReportView))
  ofItem(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.transactions.run(me, (tx) => {
      assertMay(tx, 'register documents');
      return reportsOfItem(tx, id);
    });
  }
}
