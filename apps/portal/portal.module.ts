import { Module } from '@nestjs/common';
import { PlatformModule } from '#platform';
import { GuessLimit } from './guess-limit.ts';
import { PortalController } from './portal.controller.ts';
import { PublicData } from './public-data.ts';

@Module({
  controllers: [PortalController],
  providers: [PublicData, { provide: GuessLimit, useFactory: () => new GuessLimit() }],
})
class PagesModule {}

/** The public site; it knows none of the rooms of the house. The pages come last: their last route takes every address. */
@Module({ imports: [PlatformModule, PagesModule] })
export class PortalModule {}
