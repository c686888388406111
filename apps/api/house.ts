import { ApprovalModule } from '#approval';
import { ArchiveModule } from '#archive';
import { AuditModule } from '#audit';
import { CorrespondenceModule } from '#correspondence';
import { CouncilModule } from '#council';
import { DocumentsModule } from '#documents';
import { ExchangeModule } from '#exchange';
import { FilesModule } from '#files';
import { IndicatorsModule } from '#indicators';
import { InvoicesModule } from '#invoices';
import { NotificationsModule } from '#notifications';
import { OrganisationModule } from '#organisation';
import { PersonnelModule } from '#personnel';
import { PlatformModule } from '#platform';
import { SearchModule } from '#search';
import { SigningModule } from '#signing';

/** Every room of the house; the API opens their routes, the worker runs their reactions. */
export const HOUSE = [
  PlatformModule,
  OrganisationModule,
  FilesModule,
  DocumentsModule,
  ApprovalModule,
  SigningModule,
  ExchangeModule,
  CorrespondenceModule,
  CouncilModule,
  PersonnelModule,
  InvoicesModule,
  ArchiveModule,
  IndicatorsModule,
  NotificationsModule,
  SearchModule,
  AuditModule,
];
