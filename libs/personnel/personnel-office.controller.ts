import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor, Tx } from '#kernel';
import { Me } from '#organisation';
import { Answers, Created, Transactions } from '#platform';
import { z } from 'zod';
import { refuseAcquaintance } from './commands/acquaint.ts';
import { annulOrder } from './commands/annul-order.ts';
import { draftTripOrder } from './commands/draft-trip-order.ts';
import { correctLeave, grantLeave } from './commands/grant-leave.ts';
import { publishAnnouncement } from './commands/publish-announcement.ts';
import { assessIctSkills, recordTraining } from './commands/record-training.ts';
import { readBirthDate, setBirthDate } from './commands/set-birth-date.ts';
import {
  AcquaintanceRow,
  BalanceRow,
  BirthDate,
  LedgerEntry,
  NewAnnouncement,
  NewAssessment,
  NewCorrection,
  NewGrant,
  NewTraining,
  NewTripOrder,
  OrderKindView,
  PersonnelFigures,
  Reason,
  TrainingRow,
} from './contract.ts';
import { ORDER_KINDS } from './order-kinds.ts';
import { openAcquaintances } from './queries/acquaintances.ts';
import { balances, ledger } from './queries/balances.ts';
import { personnelFigures } from './queries/figures.ts';
import { trainings } from './queries/trainings.ts';

/** What the personnel office does. */
@ApiTags('personnel')
@Controller('api/personnel')
export class PersonnelOfficeController {
  constructor(private readonly transactions: Transactions) {}

  private run<T>(me: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transactions.run(me, work);
  }

  @Get('order-kinds')
  @Answers(z.array(OrderKindView))
  orderKinds(): OrderKindView[] {
    return ORDER_KINDS.map(({ code, lv, en, register, caseIndex, documentKind }) => ({
      code,
      lv,
      en,
      register,
      caseIndex,
      isWritten: documentKind !== undefined,
    }));
  }

  @Post('trip-orders')
  @Answers(Created, 201)
  async tripOrder(@Me() me: Actor, @Body({ schema: NewTripOrder }) input: NewTripOrder) {
    const { id } = await this.run(me, (tx) => draftTripOrder(tx, input));
    return { id };
  }

  @Post('orders/:id/annulment')
  @HttpCode(204)
  annul(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Body({ schema: Reason }) { reason }: Reason) {
    return this.run(me, (tx) => annulOrder(tx, id, reason));
  }

  @Get('balances')
  @Answers(z.array(BalanceRow))
  balances(@Me() me: Actor, @Query('leaveKind') leaveKind?: string) {
    return this.run(me, (tx) => balances(tx, leaveKind ?? 'annual'));
  }

  @Get('people/:id/ledger')
  @Answers(z.array(LedgerEntry))
  ledger(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.run(me, (tx) => ledger(tx, id));
  }

  @Post('leave-grants')
  @HttpCode(204)
  grant(@Me() me: Actor, @Body({ schema: NewGrant }) input: NewGrant) {
    return this.run(me, (tx) => grantLeave(tx, input));
  }

  @Post('leave-corrections')
  @HttpCode(204)
  correct(@Me() me: Actor, @Body({ schema: NewCorrection }) input: NewCorrection) {
    return this.run(me, (tx) => correctLeave(tx, input));
  }

  @Get('acquaintances')
  @Answers(z.array(AcquaintanceRow))
  acquaintances(@Me() me: Actor) {
    return this.run(me, openAcquaintances);
  }

  @Post('acquaintances/:id/refusal')
  @HttpCode(204)
  refuse(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Body({ schema: Reason }) { reason }: Reason) {
    return this.run(me, (tx) => refuseAcquaintance(tx, id, reason));
  }

  @Post('announcements')
  @Answers(Created, 201)
  async publish(@Me() me: Actor, @Body({ schema: NewAnnouncement }) input: NewAnnouncement) {
    return { id: await this.run(me, (tx) => publishAnnouncement(tx, input)) };
  }

  @Get('trainings')
  @Answers(z.array(TrainingRow))
  trainings(@Me() me: Actor, @Query('year', ParseIntPipe) year: number) {
    return this.run(me, (tx) => trainings(tx, year));
  }

  @Post('trainings')
  @Answers(Created, 201)
  async train(@Me() me: Actor, @Body({ schema: NewTraining }) input: NewTraining) {
    return { id: await this.run(me, (tx) => recordTraining(tx, input)) };
  }

  @Post('ict-assessments')
  @HttpCode(204)
  assess(@Me() me: Actor, @Body({ schema: NewAssessment }) input: NewAssessment) {
    return this.run(me, (tx) => assessIctSkills(tx, input));
  }

  @Get('people/:id/birth-date')
  @Answers(BirthDate)
  birthDate(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.run(me, (tx) => readBirthDate(tx, id));
  }

  @Put('people/:id/birth-date')
  @HttpCode(204)
  enterBirthDate(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: BirthDate }) { bornOn }: BirthDate,
  ) {
    return this.run(me, (tx) => setBirthDate(tx, id, bornOn));
  }

  @Get('figures')
  @Answers(PersonnelFigures)
  figures(@Me() me: Actor, @Query('year', ParseIntPipe) year: number) {
    return this.run(me, (tx) => personnelFigures(tx, year));
  }
}
