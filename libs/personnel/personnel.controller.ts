import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor, Tx } from '#kernel';
import { Me } from '#organisation';
import { Answers, Transactions } from '#platform';
import { z } from 'zod';
import { acquaint } from './commands/acquaint.ts';
import { requestLeave } from './commands/request-leave.ts';
import { withdrawLeaveRequest } from './commands/withdraw-leave-request.ts';
import {
  AnnouncementView,
  LeaveAnswer,
  LeaveKindView,
  LeaveQuery,
  LeaveQuestion,
  LeaveRequestView,
  LeaveRow,
  NewLeaveRequest,
  NumberedRequest,
  OrderRow,
  OrderView,
  SelfService,
} from './contract.ts';
import { LEAVE_KINDS, ruleOn } from './leave-kinds.ts';
import { announcements, announcementToRead } from './queries/acquaintances.ts';
import { answerLeave } from './queries/answer-leave.ts';
import { leaveRequests, leaveRequestView } from './queries/leave-rows.ts';
import { orders, orderView } from './queries/orders.ts';
import { selfService } from './queries/self-service.ts';

/** What every employee does: leave, acquaintance, announcements. */
@ApiTags('personnel')
@Controller('api/personnel')
export class PersonnelController {
  constructor(private readonly transactions: Transactions) {}

  private run<T>(me: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transactions.run(me, work);
  }

  @Get('leave-kinds')
  @Answers(z.array(LeaveKindView))
  leaveKinds(@Me() me: Actor): Promise<LeaveKindView[]> {
    return this.run(me, async (tx) =>
      LEAVE_KINDS.flatMap((kind) => {
        const rule = ruleOn(kind, tx.today);
        const { name, lv, en, accrues } = kind;
        return rule
          ? [{ name, lv, en, accrues, counting: rule.counting, yearlyDays: rule.yearlyDays, basis: rule.basis }]
          : [];
      }),
    );
  }

  @Get('self-service')
  @Answers(SelfService)
  selfService(@Me() me: Actor) {
    return this.run(me, selfService);
  }

  /** How many days a leave would take; nothing is written. */
  @Post('leave-answers')
  @HttpCode(200)
  @Answers(LeaveAnswer)
  answer(@Me() me: Actor, @Body({ schema: LeaveQuestion }) question: LeaveQuestion) {
    return this.run(me, (tx) => answerLeave(tx, me.personId, question));
  }

  @Post('leave-requests')
  @Answers(NumberedRequest, 201)
  async request(@Me() me: Actor, @Body({ schema: NewLeaveRequest }) input: NewLeaveRequest) {
    const { id, number } = await this.run(me, (tx) => requestLeave(tx, input));
    return { id, number };
  }

  @Get('leave-requests')
  @Answers(z.array(LeaveRow))
  requests(@Me() me: Actor, @Query({ schema: LeaveQuery }) query: LeaveQuery) {
    return this.run(me, (tx) => leaveRequests(tx, query));
  }

  @Get('leave-requests/:id')
  @Answers(LeaveRequestView)
  requestView(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.run(me, (tx) => leaveRequestView(tx, id));
  }

  @Post('leave-requests/:id/withdrawal')
  @HttpCode(204)
  withdraw(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.run(me, (tx) => withdrawLeaveRequest(tx, id));
  }

  @Get('orders')
  @Answers(z.array(OrderRow))
  orders(@Me() me: Actor) {
    return this.run(me, orders);
  }

  @Get('orders/:id')
  @Answers(OrderView)
  order(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.run(me, (tx) => orderView(tx, id));
  }

  @Post('acquaintances/:id/confirmation')
  @HttpCode(204)
  confirm(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.run(me, (tx) => acquaint(tx, id));
  }

  @Get('announcements')
  @Answers(z.array(AnnouncementView))
  announcements(@Me() me: Actor) {
    return this.run(me, announcements);
  }

  @Get('announcements/:id')
  @Answers(AnnouncementView)
  announcement(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.run(me, (tx) => announcementToRead(tx, id));
  }
}
