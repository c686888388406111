import { Module } from '@nestjs/common';
import { InvoicesController } from './invoices.controller.ts';
import { FollowTasks } from './reactions/follow-tasks.ts';
import { RecogniseReceived } from './reactions/recognise-received.ts';

/** The reactions run in the worker only: nothing relays events in the API. */
@Module({ controllers: [InvoicesController], providers: [RecogniseReceived, FollowTasks] })
export class InvoicesModule {}
