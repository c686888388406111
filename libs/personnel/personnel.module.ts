import { Module } from '@nestjs/common';
import { PersonnelOfficeController } from './personnel-office.controller.ts';
import { PersonnelController } from './personnel.controller.ts';
import { DraftOrder } from './reactions/draft-order.ts';
import { ExecuteSignedOrder } from './reactions/execute-signed-order.ts';
import { FollowAcquaintance } from './reactions/follow-acquaintance.ts';
import { SendLeaveRequest } from './reactions/send-leave-request.ts';

/** The reactions run in the worker only: nothing relays events in the API. */
@Module({
  controllers: [PersonnelController, PersonnelOfficeController],
  providers: [SendLeaveRequest, DraftOrder, ExecuteSignedOrder, FollowAcquaintance],
})
export class PersonnelModule {}
