import { Module } from '@nestjs/common';
import { CheckReceivedFiles } from './reactions/check-received-files.ts';
import { SigningController } from './signing.controller.ts';
import { SignatureReports } from './validate-file.ts';

@Module({ controllers: [SigningController], providers: [SignatureReports, CheckReceivedFiles] })
export class SigningModule {}
