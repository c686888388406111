import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { splitItem } from '#exchange';
import type { Actor, Tx } from '#kernel';
import { Me } from '#organisation';
import { Answers, Created, Transactions } from '#platform';
import { z } from 'zod';
import { closeMonth, reopenMonth } from './commands/close-month.ts';
import { matchInvoice } from './commands/match-invoice.ts';
import { endLimit, setLimit } from './commands/set-limit.ts';
import { shareLines } from './commands/share-lines.ts';
import {
  AccountingOrder,
  ContractRow,
  LineSharing,
  Matching,
  MonthAct,
  MonthReopening,
  NewLimit,
  Splitting,
} from './contract.ts';
import { accountingOrder } from './queries/accounting-order.ts';
import { contractsOf } from './queries/contracts-list.ts';
import { supplierOf } from './queries/find-invoice.ts';

/** Work on an invoice between registration and payment, and the order in which the accounts office works. */
@ApiTags('invoices')
@Controller('api/invoices')
export class InvoiceWorkController {
  constructor(private readonly transactions: Transactions) {}

  private run<T>(me: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transactions.run(me, work);
  }

  /** A file of a waiting item is another invoice: it becomes an item of its own. */
  @Post('proposals/:itemId/split')
  @Answers(Created, 201)
  async split(
    @Me() me: Actor,
    @Param('itemId', ParseUUIDPipe) itemId: string,
    @Body({ schema: Splitting }) { fileId }: Splitting,
  ) {
    return { id: await this.run(me, (tx) => splitItem(tx, itemId, [fileId])) };
  }

  @Get('order')
  @Answers(AccountingOrder)
  order(@Me() me: Actor) {
    return this.run(me, accountingOrder);
  }

  @Post('order/closing')
  @HttpCode(204)
  close(@Me() me: Actor, @Body({ schema: MonthAct }) { month }: { month: string }) {
    return this.run(me, (tx) => closeMonth(tx, month));
  }

  @Post('order/reopening')
  @HttpCode(204)
  reopen(@Me() me: Actor, @Body({ schema: MonthReopening }) { month, reason }: { month: string; reason: string }) {
    return this.run(me, (tx) => reopenMonth(tx, month, reason));
  }

  @Post('order/limits')
  @Answers(Created, 201)
  async limit(@Me() me: Actor, @Body({ schema: NewLimit }) limit: NewLimit) {
    return { id: await this.run(me, (tx) => setLimit(tx, limit)) };
  }

  @Delete('order/limits/:id')
  @HttpCode(204)
  end(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.run(me, (tx) => endLimit(tx, id));
  }

  /** Contracts of the invoice's supplier, for choosing the one it stands against. */
  @Get(':id/contracts')
  @Answers(z.array(ContractRow))
  contracts(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.run(me, async (tx) => contractsOf(tx, await supplierOf(tx, id)));
  }

  @Put(':id/match')
  @HttpCode(204)
  match(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Body({ schema: Matching }) matching: Matching) {
    return this.run(me, (tx) => matchInvoice(tx, id, matching));
  }

  @Post(':id/line-sharing')
  @HttpCode(204)
  share(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Body({ schema: LineSharing }) sharing: LineSharing) {
    return this.run(me, (tx) => shareLines(tx, id, sharing));
  }
}
