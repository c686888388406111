import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { recognise } from '#einvoice';
import { extractText, FileStore, typeset } from '#files';
import { problems as common, type Actor, type Tx } from '#kernel';
import { Me } from '#organisation';
import { Answers, AnswersBytes, Transactions } from '#platform';
import { askForEInvoices } from './commands/ask-for-e-invoices.ts';
import { compareWithPdf } from './compare-with-pdf.ts';
import { Comparison, EInvoiceLetters, PaperQuery, PaperSuppliers } from './contract.ts';
import { INVOICE_TEMPLATE, invoicePaper } from './invoice-paper.ts';
import { paperSuppliers } from './queries/paper-suppliers.ts';
import { readableInvoice } from './queries/readable-invoice.ts';

/** An invoice shown: for print, as its XML, beside its PDF; and who still sends what cannot be shown so. */
@ApiTags('invoices')
@Controller('api/invoices')
export class ShowController {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: FileStore,
  ) {}

  private run<T>(me: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transactions.run(me, work);
  }

  @Get('paper-suppliers')
  @Answers(PaperSuppliers)
  paper(@Me() me: Actor, @Query({ schema: PaperQuery }) query: PaperQuery) {
    return this.run(me, (tx) => paperSuppliers(tx, query));
  }

  @Post('paper-suppliers/letters')
  @HttpCode(204)
  letters(@Me() me: Actor, @Body({ schema: EInvoiceLetters }) letters: EInvoiceLetters) {
    return this.run(me, (tx) => askForEInvoices(tx, letters));
  }

  /** The machine-readable invoice set for print (PDF/A). */
  @Get(':id/pdf')
  @AnswersBytes()
  async pdf(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Res({ passthrough: true }) response: Response) {
    const readable = await this.run(me, (tx) => readableInvoice(tx, id));
    const paper = typeset(INVOICE_TEMPLATE, invoicePaper(readable, me.locale), readable.registeredAt ?? new Date(0));
    response.setHeader('cache-control', 'private, no-store');
    const name = `${readable.invoice.document === 'CreditNote' ? 'Kreditrekins' : 'Rekins'} ${readable.invoice.number ?? ''}.pdf`;
    return new StreamableFile(paper, {
      type: 'application/pdf',
      disposition: `inline; filename*=UTF-8''${encodeURIComponent(name)}`,
    });
  }

  /** The invoice's XML as it came, taken out of the PDF, container or envelope that carried it. */
  @Get(':id/xml')
  @AnswersBytes()
  async xml(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Res({ passthrough: true }) response: Response) {
    const { source } = await this.run(me, (tx) => readableInvoice(tx, id));
    const { xml } = await recognise(await this.store.read(source.sha256), { fileName: source.name });
    if (!xml) throw common.notFound();
    response.setHeader('cache-control', 'private, no-store');
    const name = source.name.replace(/(\.xml)?$/i, '.xml');
    return new StreamableFile(xml, {
      type: 'application/xml',
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    });
  }

  /** Whether the PDF that came with the XML says the same. */
  @Get(':id/comparison')
  @Answers(Comparison)
  async comparison(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    const { invoice, pdf } = await this.run(me, (tx) => readableInvoice(tx, id));
    if (!pdf) throw common.notFound();
    const text = await extractText(await this.store.read(pdf.sha256), pdf.name);
    const hasText = /\S/.test(text);
    return { fileName: pdf.name, hasText, fields: hasText ? compareWithPdf(invoice, text) : [] };
  }
}
