import { Injectable } from '@nestjs/common';
import { FileStore } from '#files';
import { systemActor, type Actor, type Tx } from '#kernel';
import { Every, log, OnEvent, Transactions, type JournalEntry } from '#platform';
import { loadTrustedLists, type Fetcher, type LoadedList } from '#signatures';
import sql from 'sql-template-tag';
import { trustChanged, trustedListLoaded, trustLoadAsked, trustSourceAdded } from '../validation-facts.ts';
import { networkOf } from './evidence.ts';
import { listStore } from './list-store.ts';
import { presentSources, signersOf, type TrustSource } from './sources.ts';

/** Loads the trusted lists of every institution at set times, when one is added and when asked. */
@Injectable()
export class LoadLists {
  constructor(
    private readonly transactions: Transactions,
    private readonly files: FileStore,
  ) {}

  @Every('10 4,10,16,22 * * *')
  async loadAll(): Promise<void> {
    await this.transactions.eachInstitution((system) => this.load(system));
  }

  @OnEvent(trustSourceAdded.type, trustLoadAsked.type)
  async asked({ institutionId }: JournalEntry): Promise<void> {
    await this.load(systemActor(institutionId));
  }

  private async load(actor: Actor): Promise<void> {
    const sources = await this.transactions.run(actor, async (tx) => {
      await tx.rows(sql`delete from evidence where until < ${tx.now}`);
      return presentSources(tx);
    });
    const network = await networkOf(this.transactions, actor);
    for (const source of sources) if (source.url) await this.loadSource(actor, source, network);
  }

  private async loadSource(actor: Actor, source: TrustSource, fetcher: Fetcher): Promise<void> {
    const lists = await loadTrustedLists({
      url: source.url!,
      signers: signersOf(source),
      territories: source.territories,
      store: listStore(this.transactions, this.files, actor, source.id),
      fetcher,
    });
    await this.transactions.run(actor, (tx) => keepStates(tx, source, lists));
    for (const { url, problem } of lists)
      if (problem) log.warn({ url, problem: problem.message }, 'a trusted list has a problem');
  }
}

/** What came of this attempt. A list that nothing points to any more goes; one that is new here is told in the journal. */
async function keepStates(tx: Tx, { id, known }: TrustSource, lists: LoadedList[]): Promise<void> {
  let isNew = false;
  for (const { url, territory, list, problem } of lists) {
    await tx.rows(sql`
      insert into trusted_list (source_id, url, territory, tried_at, problem, problem_detail)
      values (${id}, ${url}, ${territory}, ${tx.now}, ${problem?.code ?? null}, ${problem?.message ?? null})
      on conflict (institution_id, source_id, url)
      do update set tried_at = excluded.tried_at, problem = excluded.problem, problem_detail = excluded.problem_detail`);
    if (!list || list.sequence === known[url]) continue;
    tx.emit(trustedListLoaded(tx.actor.institutionId, { url, sequence: list.sequence }));
    isNew = true;
  }
  if (isNew) tx.emit(trustChanged(tx.actor.institutionId, {}));
  await tx.rows(sql`delete from trusted_list where source_id = ${id} and tried_at < ${tx.now}`);
}
