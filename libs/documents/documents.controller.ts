import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { answerFile, FileStore, previewFile } from '#files';
import { FilePreview, FileQuery } from '#files/contract';
import { dayOf, v7, type Actor, type Tx } from '#kernel';
import { Me } from '#organisation';
import { Answers, AnswersBytes, Created, Transactions } from '#platform';
import { z } from 'zod';
import sql from 'sql-template-tag';
import { discardDraft, restoreDraft } from './commands/discard-draft.ts';
import { fileDocument } from './commands/file-document.ts';
import { setRestriction } from './commands/set-restriction.ts';
import {
  AccessExplanation,
  CaseView,
  DocumentCard,
  DocumentsPage,
  DocumentsQuery,
  DraftView,
  ExportQuery,
  FileInto,
  KindView,
  NewView,
  PathStep,
  RegisterView,
  Restriction,
  SavedView,
} from './contract.ts';
import { asTable, MEDIA_TYPES } from './as-table.ts';
import { allKinds } from './kinds.ts';
import { assertVisible, documentCard } from './queries/document-card.ts';
import { documentsList } from './queries/documents-list.ts';
import { drafts } from './queries/drafts.ts';
import { exportRows } from './queries/export-rows.ts';
import { explainAccess } from './queries/explain-access.ts';
import { fileToRead } from './queries/file-to-read.ts';
import { path } from './queries/path.ts';
import { cases, registers } from './queries/registers.ts';

@ApiTags('documents')
@Controller('api')
export class DocumentsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: FileStore,
  ) {}

  private run<T>(me: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transactions.run(me, work);
  }

  @Get('kinds')
  @Answers(z.array(KindView))
  kinds(): KindView[] {
    return [...allKinds.values()].map((kind) => KindView.parse(kind));
  }

  @Get('registers')
  @Answers(z.array(RegisterView))
  registers(@Me() me: Actor) {
    return this.run(me, registers);
  }

  @Get('cases')
  @Answers(z.array(CaseView))
  cases(@Me() me: Actor) {
    return this.run(me, cases);
  }

  @Get('documents')
  @Answers(DocumentsPage)
  list(@Me() me: Actor, @Query({ schema: DocumentsQuery }) query: DocumentsQuery) {
    return this.run(me, (tx) => documentsList(tx, query));
  }

  /** The list as a table for other programs; what is masked on the page is masked here. */
  @Get('documents/export')
  @AnswersBytes()
  async export(@Me() me: Actor, @Query({ schema: ExportQuery }) { format, ...query }: ExportQuery) {
    const rows = await this.run(me, (tx) => exportRows(tx, query, format));
    return new StreamableFile(asTable(rows, format), {
      type: MEDIA_TYPES[format],
      disposition: `attachment; filename="registrs-${dayOf(new Date())}.${format}"`,
    });
  }

  @Get('documents/:id')
  @Answers(DocumentCard)
  card(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.run(me, (tx) => documentCard(tx, id));
  }

  @Get('documents/:id/path')
  @Answers(z.array(PathStep))
  path(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.run(me, async (tx) => {
      await assertVisible(tx, id);
      return path(tx, id);
    });
  }

  @Get('documents/:id/access')
  @Answers(AccessExplanation)
  access(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.run(me, (tx) => explainAccess(tx, id));
  }

  @Put('documents/:id/case')
  @HttpCode(204)
  fileInto(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: FileInto }) { caseIndex }: FileInto,
  ) {
    return this.run(me, async (tx) => {
      await assertVisible(tx, id);
      await fileDocument(tx, id, caseIndex);
    });
  }

  @Put('documents/:id/restriction')
  @HttpCode(204)
  restrict(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: Restriction }) restriction: Restriction,
  ) {
    return this.run(me, async (tx) => {
      await assertVisible(tx, id);
      await setRestriction(tx, id, restriction);
    });
  }

  @Delete('documents/:id/restriction')
  @HttpCode(204)
  open(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.run(me, async (tx) => {
      await assertVisible(tx, id);
      await setRestriction(tx, id, null);
    });
  }

  /** The stored bytes, exactly as received, or a part within them; shown in place only when a browser cannot be harmed. */
  @Get('files/:id')
  @AnswersBytes()
  async file(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query({ schema: FileQuery }) query: FileQuery,
    @Res({ passthrough: true }) response: Response,
  ) {
    return answerFile(this.store, await this.run(me, (tx) => fileToRead(tx, id)), query, response);
  }

  /** The file as something to look at in place: a safe page, a message, the contents of a container. */
  @Get('files/:id/preview')
  @Answers(FilePreview)
  async preview(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query({ schema: FileQuery }) query: FileQuery,
  ) {
    return previewFile(this.store, await this.run(me, (tx) => fileToRead(tx, id)), query, me.locale);
  }

  @Get('drafts')
  @Answers(z.array(DraftView))
  drafts(@Me() me: Actor) {
    return this.run(me, drafts);
  }

  @Delete('drafts/:id')
  @HttpCode(204)
  discard(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.run(me, (tx) => discardDraft(tx, id));
  }

  @Post('drafts/:id/restoration')
  @HttpCode(204)
  restore(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.run(me, (tx) => restoreDraft(tx, id));
  }

  @Get('views')
  @Answers(z.array(SavedView))
  views(@Me() me: Actor) {
    return this.run(me, (tx) =>
      tx.rows<SavedView>(
        sql`select id, screen, name, query from saved_view where person_id = ${me.personId} order by name collate "lv-x-icu"`,
      ),
    );
  }

  @Post('views')
  @Answers(Created, 201)
  async saveView(@Me() me: Actor, @Body({ schema: NewView }) { screen, name, query }: NewView) {
    const id = v7();
    await this.run(me, (tx) =>
      tx.rows(
        sql`insert into saved_view (id, person_id, screen, name, query) values (${id}, ${me.personId}, ${screen}, ${name}, ${JSON.stringify(query)}::jsonb)`,
      ),
    );
    return { id };
  }

  @Delete('views/:id')
  @HttpCode(204)
  async dropView(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    await this.run(me, (tx) => tx.rows(sql`delete from saved_view where id = ${id} and person_id = ${me.personId}`));
  }
}
