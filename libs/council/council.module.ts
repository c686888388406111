import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AgendaItem } from './agenda-item.entity.ts';
import { DraftsController } from './drafts.controller.ts';
import { ComposePapers } from './reactions/compose-papers.ts';
import { FinishSignedPapers } from './reactions/finish-signed-papers.ts';
import { Sitting } from './sitting.entity.ts';
import { SittingsController } from './sittings.controller.ts';
import { VoteSession } from './vote-session.entity.ts';

@Module({
  imports: [TypeOrmModule.forFeature([Sitting, AgendaItem, VoteSession])],
  controllers: [SittingsController, DraftsController],
  providers: [ComposePapers, FinishSignedPapers],
})
export class CouncilModule {}
