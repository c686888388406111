import { Module } from '@nestjs/common';
import { ArchiveController } from './archive.controller.ts';
import { KeepRetention } from './reactions/keep-retention.ts';

@Module({ controllers: [ArchiveController], providers: [KeepRetention] })
export class ArchiveModule {}
