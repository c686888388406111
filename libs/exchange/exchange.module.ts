import { Module } from '@nestjs/common';
import { Couriers } from './adapters/couriers.ts';
import { EAddressCourier } from './adapters/e-address-courier.ts';
import { EmailCourier } from './adapters/email-courier.ts';
import { MailIntake } from './adapters/mail-intake.ts';
import { ExchangeController } from './exchange.controller.ts';
import { Intake } from './intake.ts';
import { PollFolders } from './reactions/poll-folders.ts';
import { SendDispatches } from './reactions/send-dispatches.ts';

@Module({
  controllers: [ExchangeController],
  providers: [Intake, MailIntake, EmailCourier, EAddressCourier, Couriers, SendDispatches, PollFolders],
  exports: [Intake, MailIntake],
})
export class ExchangeModule {}
