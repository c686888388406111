import { Module } from '@nestjs/common';
import { InvoicesController } from './invoices.controller.ts';
import { RecogniseReceived } from './reactions/recognise-received.ts';

/** The reaction runs in the worker only: nothing relays events in the API. */
@Module({ controllers: [InvoicesController], providers: [RecogniseReceived] })
export class InvoicesModule {}
