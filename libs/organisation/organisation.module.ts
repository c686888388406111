import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccountsController } from './accounts.controller.ts';
import { OidcController } from './oidc.controller.ts';
import { SessionController } from './session.controller.ts';
import { SessionGuard } from './session.guard.ts';
import { UnitsController } from './units.controller.ts';

@Module({
  controllers: [SessionController, AccountsController, UnitsController, OidcController],
  providers: [{ provide: APP_GUARD, useClass: SessionGuard }],
})
export class OrganisationModule {}
