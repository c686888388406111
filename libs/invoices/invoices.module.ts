import { Module } from '@nestjs/common';
import { AccountingController } from './accounting.controller.ts';
import { ContractsController } from './contracts.controller.ts';
import { InvoiceWorkController } from './invoice-work.controller.ts';
import { InvoicesController } from './invoices.controller.ts';
import { PaymentsController } from './payments.controller.ts';
import { FollowContracts } from './reactions/follow-contracts.ts';
import { FollowTasks } from './reactions/follow-tasks.ts';
import { RecogniseReceived } from './reactions/recognise-received.ts';
import { RemindOfContracts } from './reactions/remind-of-contracts.ts';
import { ShowController } from './show.controller.ts';

/** The reactions run in the worker only: nothing relays events in the API. The work's routes come before `api/invoices/:id`. */
@Module({
  controllers: [
    InvoiceWorkController,
    ShowController,
    InvoicesController,
    ContractsController,
    PaymentsController,
    AccountingController,
  ],
  providers: [RecogniseReceived, FollowTasks, FollowContracts, RemindOfContracts],
})
export class InvoicesModule {}
