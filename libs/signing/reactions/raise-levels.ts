import { Injectable } from '@nestjs/common';
import { FileStore } from '#files';
import type { Actor } from '#kernel';
import { Every, log, Transactions } from '#platform';
import { signingServices } from '../adapters/services.ts';
import { filesToRaise, noteTry, raiseLevel } from '../commands/raise-level.ts';

/** Each hour: what was signed while evidence was not to be had, what the institution wants at a higher level now, what must be stamped anew. */
@Injectable()
export class RaiseLevels {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: FileStore,
  ) {}

  @Every('40 * * * *')
  async raise(): Promise<void> {
    await this.transactions.eachInstitution((system) => this.raiseOf(system));
  }

  private async raiseOf(system: Actor): Promise<void> {
    const { services, files } = await this.transactions.run(system, async (tx) => {
      const found = await signingServices(tx);
      return { services: found, files: await filesToRaise(tx, found) };
    });
    for (const file of files) {
      try {
        await raiseLevel(this.transactions, this.store, system, file, services);
      } catch (error) {
        const { message } = error as Error;
        log.warn(
          { sha256: file.sha256, reason: message },
          'the level of a signature was not raised; it will be tried again',
        );
        await this.transactions.run(system, (tx) => noteTry(tx, file, message));
      }
    }
  }
}
