import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Actor } from '#kernel';
import { Me } from '#organisation';
import { Answers, AnswersBytes, Transactions } from '#platform';
import { acknowledge, reportPayment } from './commands/hand-over.ts';
import {
  AccountingPage,
  AccountingQuery,
  Acknowledgement,
  ExportQuery,
  PaymentReport,
  PaymentTaken,
} from './contract.ts';
import { asCsv, asXml } from './export.ts';
import { accountingInvoices } from './queries/accounting-invoices.ts';

const MEDIA = { csv: 'text/csv', json: 'application/json', xml: 'application/xml' } as const;
/** More invoices than a month of any municipality brings. */
const EXPORTED = 50_000;

/** Hand-over to the accounting system, which signs in with its own key; every call may be repeated safely. */
@ApiTags('accounting')
@Controller('api/accounting')
export class AccountingController {
  constructor(private readonly transactions: Transactions) {}

  @Get('invoices')
  @Answers(AccountingPage)
  list(@Me() me: Actor, @Query({ schema: AccountingQuery }) query: AccountingQuery) {
    return this.transactions.run(me, (tx) => accountingInvoices(tx, query));
  }

  /** The invoices of an accounting month as a file. */
  @Get('export')
  @AnswersBytes()
  async export(
    @Me() me: Actor,
    @Query({ schema: ExportQuery }) { month, format }: ExportQuery,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { rows } = await this.transactions.run(me, (tx) => accountingInvoices(tx, { month }, EXPORTED));
    response.setHeader('content-type', `${MEDIA[format]}; charset=utf-8`);
    response.setHeader('cache-control', 'private, no-store');
    response.setHeader('content-disposition', `attachment; filename="rekini-${month}.${format}"`);
    if (format === 'csv') return asCsv(rows);
    return format === 'xml' ? asXml(rows) : JSON.stringify(rows, null, 2);
  }

  @Post('invoices/:id/acknowledgement')
  @HttpCode(204)
  acknowledge(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: Acknowledgement }) acknowledgement: Acknowledgement,
  ) {
    return this.transactions.run(me, (tx) => acknowledge(tx, id, acknowledgement));
  }

  @Post('invoices/:id/payments')
  @HttpCode(200)
  @Answers(PaymentTaken)
  async paid(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: PaymentReport }) report: PaymentReport,
  ) {
    return { outcome: await this.transactions.run(me, (tx) => reportPayment(tx, id, report)) };
  }
}
