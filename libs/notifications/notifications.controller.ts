import { Body, Controller, Get, HttpCode, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { Me } from '#organisation';
import { Answers, Transactions } from '#platform';
import { chooseEmail } from './commands/choose-email.ts';
import { markRead } from './commands/mark-read.ts';
import { MarkRead, NotificationSettings, NotificationsPage, NotificationsQuery } from './contract.ts';
import { bell, settings } from './queries/bell.ts';

@ApiTags('notifications')
@Controller('api/notifications')
export class NotificationsController {
  constructor(private readonly transactions: Transactions) {}

  @Get()
  @Answers(NotificationsPage)
  bell(@Me() me: Actor, @Query({ schema: NotificationsQuery }) query: NotificationsQuery) {
    return this.transactions.run(me, (tx) => bell(tx, query));
  }

  @Put('read')
  @HttpCode(204)
  read(@Me() me: Actor, @Body({ schema: MarkRead }) input: MarkRead) {
    return this.transactions.run(me, (tx) => markRead(tx, input));
  }

  @Get('settings')
  @Answers(NotificationSettings)
  settings(@Me() me: Actor) {
    return this.transactions.run(me, settings);
  }

  @Put('settings')
  @HttpCode(204)
  set(@Me() me: Actor, @Body({ schema: NotificationSettings }) input: NotificationSettings) {
    return this.transactions.run(me, (tx) => chooseEmail(tx, input));
  }
}
