import { Module } from '@nestjs/common';
import { IndexDocuments } from './reactions/index-documents.ts';
import { SearchController } from './search.controller.ts';

@Module({ controllers: [SearchController], providers: [IndexDocuments] })
export class SearchModule {}
