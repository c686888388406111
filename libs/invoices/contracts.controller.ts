import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { Me } from '#organisation';
import { Answers, Transactions } from '#platform';
import { changeContract, endContract, enterContract } from './commands/enter-contract.ts';
import {
  ContractEnd,
  ContractFields,
  ContractSending,
  ContractsPage,
  ContractsQuery,
  ContractView,
  EnteredContract,
} from './contract.ts';
import { sendContract } from './commands/send-contract.ts';
import { contractsList, contractView } from './queries/contracts-list.ts';

@ApiTags('contracts')
@Controller('api/contracts')
export class ContractsController {
  constructor(private readonly transactions: Transactions) {}

  @Get()
  @Answers(ContractsPage)
  list(@Me() me: Actor, @Query({ schema: ContractsQuery }) query: ContractsQuery) {
    return this.transactions.run(me, (tx) => contractsList(tx, query));
  }

  @Post()
  @Answers(EnteredContract, 201)
  async enter(@Me() me: Actor, @Body({ schema: ContractFields }) fields: ContractFields) {
    const { id, number } = await this.transactions.run(me, (tx) => enterContract(tx, fields));
    return { id, number };
  }

  @Get(':id')
  @Answers(ContractView)
  contract(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.transactions.run(me, (tx) => contractView(tx, id));
  }

  @Put(':id')
  @HttpCode(204)
  change(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: ContractFields }) fields: ContractFields,
  ) {
    return this.transactions.run(me, (tx) => changeContract(tx, id, fields));
  }

  @Post(':id/end')
  @HttpCode(204)
  end(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Body({ schema: ContractEnd }) end: ContractEnd) {
    return this.transactions.run(me, (tx) => endContract(tx, id, end));
  }

  /** The worker sends it after this; where it went stands at `/api/documents/{id}/dispatches`. */
  @Post(':id/sending')
  @HttpCode(204)
  send(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: ContractSending }) sending: ContractSending,
  ) {
    return this.transactions.run(me, (tx) => sendContract(tx, id, sending));
  }
}
