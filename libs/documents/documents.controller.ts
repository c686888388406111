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
import { FileStore } from '#files';
import { v7, type Actor, type Tx } from '#kernel';
import { Me } from '#organisation';
import { Transactions } from '#platform';
import sql from 'sql-template-tag';
import { fileDocument } from './commands/file-document.ts';
import { setRestriction } from './commands/set-restriction.ts';
import { DocumentsQuery, FileInto, NewView, Restriction, type KindView } from './contract.ts';
import { allKinds } from './kinds.ts';
import { assertVisible, documentCard } from './queries/document-card.ts';
import { documentsList } from './queries/documents-list.ts';
import { explainAccess } from './queries/explain-access.ts';
import { fileToRead } from './queries/file-to-read.ts';
import { path } from './queries/path.ts';
import { cases, registers } from './queries/registers.ts';

/** Types that a browser may show in place; everything else is downloaded. */
const SHOWN = ['application/pdf', 'image/png', 'image/jpeg', 'image/gif', 'image/webp', 'text/plain'];

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
  kinds(): KindView[] {
    return [...allKinds.values()].map((kind) => ({ ...kind, route: [...kind.route] }));
  }

  @Get('registers')
  registers(@Me() me: Actor) {
    return this.run(me, registers);
  }

  @Get('cases')
  cases(@Me() me: Actor) {
    return this.run(me, cases);
  }

  @Get('documents')
  list(@Me() me: Actor, @Query({ schema: DocumentsQuery }) query: DocumentsQuery) {
    return this.run(me, (tx) => documentsList(tx, query));
  }

  @Get('documents/:id')
  card(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.run(me, (tx) => documentCard(tx, id));
  }

  @Get('documents/:id/path')
  path(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.run(me, async (tx) => {
      await assertVisible(tx, id);
      return path(tx, id);
    });
  }

  @Get('documents/:id/access')
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

  /** The stored bytes, exactly as received; shown in place only when a browser cannot be harmed by them. */
  @Get('files/:id')
  async file(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) response: Response,
    @Query('download') download?: string,
  ) {
    const { sha256, name, mediaType, size } = await this.run(me, (tx) => fileToRead(tx, id));
    const inline = SHOWN.includes(mediaType) && download === undefined;
    response.setHeader('cache-control', 'private, no-store');
    response.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    return new StreamableFile(await this.store.open(sha256), {
      type: inline ? mediaType : 'application/octet-stream',
      disposition: `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`,
      length: size,
    });
  }

  @Get('views')
  views(@Me() me: Actor) {
    return this.run(me, (tx) =>
      tx.rows(
        sql`select id, screen, name, query from saved_view where person_id = ${me.personId} order by name collate "lv-x-icu"`,
      ),
    );
  }

  @Post('views')
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
