import { Module } from '@nestjs/common';
import { CountersignedController } from './countersigned.controller.ts';
import { MeansController } from './means.controller.ts';
import { CheckReceivedFiles } from './reactions/check-received-files.ts';
import { RaiseLevels } from './reactions/raise-levels.ts';
import { TendSessions } from './reactions/tend-sessions.ts';
import { WarnOfEndingMeans } from './reactions/warn-of-ending-means.ts';
import { SessionsController } from './sessions.controller.ts';
import { InstitutionTrust } from './trust/institution-trust.ts';
import { LoadLists } from './trust/load-lists.ts';
import { TrustController } from './trust/trust.controller.ts';
import { SignatureReports } from './validate-file.ts';
import { ValidationController } from './validation.controller.ts';

@Module({
  controllers: [SessionsController, MeansController, ValidationController, CountersignedController, TrustController],
  providers: [
    InstitutionTrust,
    SignatureReports,
    CheckReceivedFiles,
    LoadLists,
    TendSessions,
    RaiseLevels,
    WarnOfEndingMeans,
  ],
})
export class SigningModule {}
