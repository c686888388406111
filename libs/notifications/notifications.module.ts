import { Module } from '@nestjs/common';
import { NotificationsController } from './notifications.controller.ts';
import { RemindOfTerms } from './reactions/remind-of-terms.ts';
import { SendAtOnce } from './reactions/send-at-once.ts';
import { SendDigests } from './reactions/send-digests.ts';
import { TellOfFacts } from './reactions/tell-of-facts.ts';

@Module({
  controllers: [NotificationsController],
  providers: [SendAtOnce, TellOfFacts, RemindOfTerms, SendDigests],
})
export class NotificationsModule {}
