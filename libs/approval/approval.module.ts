import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApprovalController } from './approval.controller.ts';
import { PrepareForSigning } from './reactions/prepare-for-signing.ts';
import { WatchFiles } from './reactions/watch-files.ts';
import { Step } from './step.entity.ts';
import { Task } from './task.entity.ts';

/** The reactions run in the worker only: nothing relays events in the API. */
@Module({
  imports: [TypeOrmModule.forFeature([Step, Task])],
  controllers: [ApprovalController],
  providers: [PrepareForSigning, WatchFiles],
})
export class ApprovalModule {}
