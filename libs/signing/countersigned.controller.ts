import { Controller, Param, ParseUUIDPipe, Post, UploadedFiles, UseInterceptors } from '@nestjs/common';
import { ApiConsumes, ApiTags } from '@nestjs/swagger';
import { assertVisible } from '#documents';
import { FileStore, Upload, withUploads, type Uploaded } from '#files';
import type { Actor } from '#kernel';
import { Me } from '#organisation';
import { Answers, Transactions } from '#platform';
import { takeCountersigned } from './commands/take-countersigned.ts';
import { Countersigned } from './contract.ts';
import { problems } from './problems.ts';
import { SignatureReports } from './validate-file.ts';

/** What comes back from the other side of a contract. */
@ApiTags('signing')
@Controller('api/documents/:id/countersigned')
export class CountersignedController {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: FileStore,
    private readonly reports: SignatureReports,
  ) {}

  /** One file: our signed one with the other side's signatures. It is validated before anything changes. */
  @Post()
  @ApiConsumes('multipart/form-data')
  @UseInterceptors(Upload)
  @Answers(Countersigned, 201)
  take(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @UploadedFiles() uploaded: Uploaded[] = [],
  ): Promise<Countersigned> {
    return withUploads(uploaded, async ([copy, ...others]) => {
      await this.transactions.run(me, (tx) => assertVisible(tx, id));
      if (others.length) throw problems.oneCopy();
      return takeCountersigned(this.transactions, this.store, this.reports, me, id, copy!);
    });
  }
}
