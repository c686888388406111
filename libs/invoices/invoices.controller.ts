import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { renderInvoice } from '#einvoice';
import { answerFile, FileStore, previewFile } from '#files';
import { FilePreview, FileQuery } from '#files/contract';
import type { Actor, Tx } from '#kernel';
import { Me } from '#organisation';
import { Answers, AnswersBytes, Transactions } from '#platform';
import { z } from 'zod';
import { approveInvoice } from './commands/approve-invoice.ts';
import { codeInvoice } from './commands/code-invoice.ts';
import { confirmAccount } from './commands/confirm-account.ts';
import { controlInvoice } from './commands/control-invoice.ts';
import { registerInvoice } from './commands/register-invoice.ts';
import { rejectInvoice } from './commands/reject-invoice.ts';
import { markPaid, releaseInvoice } from './commands/release-invoice.ts';
import {
  AccountConfirmation,
  Coding,
  InvoiceProposal,
  InvoicesPage,
  InvoicesQuery,
  InvoiceView,
  NewInvoice,
  Note,
  PaymentNotice,
  RegisteredInvoice,
  Rejection,
  ShareQuery,
  ShareRow,
  WaitingItem,
} from './contract.ts';
import { invoiceProposal, waitingFile, waitingItems } from './queries/invoice-proposal.ts';
import { invoiceView } from './queries/invoice-view.ts';
import { invoicesList } from './queries/invoices-list.ts';
import { machineReadableShare } from './queries/machine-readable-share.ts';
import { readableInvoice } from './queries/readable-invoice.ts';

@ApiTags('invoices')
@Controller('api/invoices')
export class InvoicesController {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: FileStore,
  ) {}

  private run<T>(me: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transactions.run(me, work);
  }

  @Get()
  @Answers(InvoicesPage)
  list(@Me() me: Actor, @Query({ schema: InvoicesQuery }) query: InvoicesQuery) {
    return this.run(me, (tx) => invoicesList(tx, query));
  }

  @Get('waiting')
  @Answers(z.array(WaitingItem))
  waiting(@Me() me: Actor) {
    return this.run(me, waitingItems);
  }

  @Get('proposals/:itemId')
  @Answers(InvoiceProposal)
  proposal(@Me() me: Actor, @Param('itemId', ParseUUIDPipe) itemId: string) {
    return this.run(me, (tx) => invoiceProposal(tx, itemId));
  }

  /** A waiting file, as received. */
  @Get('files/:fileId')
  @AnswersBytes()
  async waitingFile(
    @Me() me: Actor,
    @Param('fileId', ParseUUIDPipe) fileId: string,
    @Query({ schema: FileQuery }) query: FileQuery,
    @Res({ passthrough: true }) response: Response,
  ) {
    return answerFile(this.store, await this.run(me, (tx) => waitingFile(tx, fileId)), query, response);
  }

  @Get('files/:fileId/preview')
  @Answers(FilePreview)
  async waitingPreview(
    @Me() me: Actor,
    @Param('fileId', ParseUUIDPipe) fileId: string,
    @Query({ schema: FileQuery }) query: FileQuery,
  ) {
    return previewFile(this.store, await this.run(me, (tx) => waitingFile(tx, fileId)), query, me.locale);
  }

  @Get('share')
  @Answers(z.array(ShareRow))
  share(@Me() me: Actor, @Query({ schema: ShareQuery }) query: ShareQuery) {
    return this.run(me, (tx) => machineReadableShare(tx, query));
  }

  @Post()
  @Answers(RegisteredInvoice, 201)
  async register(@Me() me: Actor, @Body({ schema: NewInvoice }) input: NewInvoice) {
    const { id, number } = await this.run(me, (tx) => registerInvoice(tx, input));
    return { id, number };
  }

  @Get(':id')
  @Answers(InvoiceView)
  invoice(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.run(me, (tx) => invoiceView(tx, id));
  }

  /** The machine-readable invoice as a page for people; it may run nothing and load nothing. */
  @Get(':id/page')
  @AnswersBytes()
  async page(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Res({ passthrough: true }) response: Response) {
    const { invoice } = await this.run(me, (tx) => readableInvoice(tx, id));
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('cache-control', 'private, no-store');
    response.setHeader(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox",
    );
    return renderInvoice(invoice, me.locale);
  }

  @Post(':id/approval')
  @HttpCode(204)
  approve(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Body({ schema: Note }) { note }: Note) {
    return this.run(me, (tx) => approveInvoice(tx, id, note));
  }

  @Post(':id/coding')
  @HttpCode(204)
  code(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Body({ schema: Coding }) coding: Coding) {
    return this.run(me, (tx) => codeInvoice(tx, id, coding));
  }

  @Post(':id/control')
  @HttpCode(204)
  control(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Body({ schema: Note }) { note }: Note) {
    return this.run(me, (tx) => controlInvoice(tx, id, note));
  }

  @Post(':id/release')
  @HttpCode(204)
  release(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Body({ schema: Note }) { note }: Note) {
    return this.run(me, (tx) => releaseInvoice(tx, id, note));
  }

  @Post(':id/payment')
  @HttpCode(204)
  paid(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: PaymentNotice }) { paidOn, note }: PaymentNotice,
  ) {
    return this.run(me, (tx) => markPaid(tx, id, paidOn, note));
  }

  @Post(':id/rejection')
  @HttpCode(204)
  reject(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Body({ schema: Rejection }) rejection: Rejection) {
    return this.run(me, (tx) => rejectInvoice(tx, id, rejection));
  }

  @Post(':id/account-confirmation')
  @HttpCode(204)
  confirm(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: AccountConfirmation }) { how }: AccountConfirmation,
  ) {
    return this.run(me, (tx) => confirmAccount(tx, id, how));
  }
}
