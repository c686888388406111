import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Res,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Refusal } from '#einvoice';
import { FileStore } from '#files';
import type { Actor, Locale } from '#kernel';
import { Me } from '#organisation';
import { Answers, AnswersBytes, Created, Transactions } from '#platform';
import { enterAccount, makePaymentOrder } from './commands/make-payment-order.ts';
import { matchBooking } from './commands/match-booking.ts';
import { takeBankFile } from './commands/take-bank-file.ts';
import { BankFileResult, BookingMatch, NewAccount, NewPaymentOrder, PaymentsView, PaymentTaken } from './contract.ts';
import { readBankFile, type BankFile } from './iso20022/read-bank-file.ts';
import { writePaymentOrder } from './iso20022/write-payment-order.ts';
import { problems } from './problems.ts';
import { paymentOrder, paymentsView } from './queries/payments-view.ts';

interface Given {
  readonly originalname: string;
  readonly buffer: Buffer;
}

/** A statement of a busy year is some ten megabytes. */
const LARGEST = 32 * 1024 * 1024;

/** Payment orders out, the bank's answers in. */
@ApiTags('payments')
@Controller('api/payments')
export class PaymentsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: FileStore,
  ) {}

  @Get()
  @Answers(PaymentsView)
  view(@Me() me: Actor) {
    return this.transactions.run(me, paymentsView);
  }

  @Post('accounts')
  @Answers(Created, 201)
  async account(@Me() me: Actor, @Body({ schema: NewAccount }) account: NewAccount) {
    return { id: await this.transactions.run(me, (tx) => enterAccount(tx, account)) };
  }

  @Post('orders')
  @Answers(Created, 201)
  async order(@Me() me: Actor, @Body({ schema: NewPaymentOrder }) input: NewPaymentOrder) {
    return { id: await this.transactions.run(me, (tx) => makePaymentOrder(tx, input)) };
  }

  /** The accounts office says for which invoice a booking was. */
  @Post('bookings/:id/match')
  @HttpCode(200)
  @Answers(PaymentTaken)
  async match(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: BookingMatch }) { invoiceId }: { invoiceId: string },
  ) {
    return { outcome: await this.transactions.run(me, (tx) => matchBooking(tx, id, invoiceId)) };
  }

  /** The order as pain.001, for the bank or the Treasury. */
  @Get('orders/:id/file')
  @AnswersBytes()
  async file(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Res({ passthrough: true }) response: Response) {
    const order = await this.transactions.run(me, (tx) => paymentOrder(tx, id));
    response.setHeader('content-type', 'application/xml; charset=utf-8');
    response.setHeader('cache-control', 'private, no-store');
    response.setHeader('content-disposition', `attachment; filename="pain001-${order.messageId}.xml"`);
    return writePaymentOrder(order);
  }

  /** An answer of the bank: pain.002, camt.053 or camt.054. */
  @Post('bank-files')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @Answers(BankFileResult)
  @UseInterceptors(FileInterceptor('files', { limits: { fileSize: LARGEST } }))
  async bankFile(@Me() me: Actor, @UploadedFile() file?: Given) {
    if (!file) throw problems.bankFileUnreadable();
    const content = readOrRefuse(file.buffer, me.locale);
    const stored = await this.store.put(file.buffer);
    const name = Buffer.from(file.originalname, 'latin1').toString('utf8');
    return this.transactions.run(me, (tx) => takeBankFile(tx, { name, stored, content }));
  }
}

function readOrRefuse(bytes: Uint8Array, locale: Locale): BankFile {
  try {
    return readBankFile(bytes);
  } catch (error) {
    if (error instanceof Refusal) throw problems.bankFileUnreadable({ detail: locale === 'lv' ? error.lv : error.en });
    throw error;
  }
}
