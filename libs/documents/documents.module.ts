import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Composer } from './composer.ts';
import { Document } from './document.entity.ts';
import { DocumentFilesController } from './document-files.controller.ts';
import { DocumentsController } from './documents.controller.ts';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Document])],
  controllers: [DocumentsController, DocumentFilesController],
  providers: [Composer],
  exports: [Composer],
})
export class DocumentsModule {}
