import { Module } from '@nestjs/common';
import { ArchiveController } from './archive.controller.ts';
import { BeginYear } from './reactions/begin-year.ts';
import { KeepRetention } from './reactions/keep-retention.ts';

@Module({ controllers: [ArchiveController], providers: [BeginYear, KeepRetention] })
export class ArchiveModule {}
