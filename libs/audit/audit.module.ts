import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller.ts';
import { KeepSeal } from './reactions/keep-seal.ts';

@Module({ controllers: [AuditController], providers: [KeepSeal] })
export class AuditModule {}
