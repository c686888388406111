import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { Answers, Created, Transactions } from '#platform';
import { z } from 'zod';
import { addUnit, changeUnit } from './commands/change-unit.ts';
import { NewUnit, UnitChange, UnitDetails, UnitView } from './contract.ts';
import { units } from './queries/people.ts';
import { unitHistory } from './queries/unit-history.ts';
import { Me } from './session.guard.ts';

@ApiTags('units')
@Controller('api/units')
export class UnitsController {
  constructor(private readonly transactions: Transactions) {}

  @Get()
  @Answers(z.array(UnitView))
  all(@Me() me: Actor) {
    return this.transactions.run(me, units);
  }

  @Post()
  @Answers(Created, 201)
  async add(@Me() me: Actor, @Body({ schema: NewUnit }) unit: NewUnit) {
    return { id: await this.transactions.run(me, (tx) => addUnit(tx, unit)) };
  }

  @Put(':id')
  @HttpCode(204)
  change(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Body({ schema: UnitDetails }) unit: UnitDetails) {
    return this.transactions.run(me, (tx) => changeUnit(tx, id, unit));
  }

  @Get(':id/history')
  @Answers(z.array(UnitChange))
  history(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.transactions.run(me, (tx) => unitHistory(tx, id));
  }
}
