import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { FileStore } from '#files';
import type { Actor } from '#kernel';
import { config, Transactions } from '#platform';
import {
  FetchError,
  loadTrust,
  loadTrustedLists,
  mergeTrust,
  trustAnchors,
  trustOfLists,
  type LoadedList,
  type Trust,
} from '#signatures';
import sql from 'sql-template-tag';
import { demoAuthority } from '../adapters/demo-authority.ts';
import type { TrustState } from '../validation-contract.ts';
import { listStore } from './list-store.ts';
import { presentSources, signersOf, type TrustSource } from './sources.ts';

/** What an institution trusts at this moment, and by which lists. */
export interface TrustNow {
  readonly trust: Trust;
  readonly state: Omit<TrustState, 'unreachable'>;
}

interface Remembered {
  readonly stamp: string;
  readonly until: number;
  readonly now: TrustNow;
}

const TEN_MINUTES = 600_000;

/**
 * Trust of an institution from what is stored here; nothing is fetched. Anchors: the folder `trust` beside the keys, the institution's
 * own, in the demonstration its authority. Lists: the kept copies, their signatures verified anew.
 */
@Injectable()
export class InstitutionTrust {
  private readonly remembered = new Map<string, Remembered>();

  constructor(
    private readonly transactions: Transactions,
    private readonly files: FileStore,
  ) {}

  async of(actor: Actor): Promise<TrustNow> {
    const stamp = await this.stampOf(actor);
    const known = this.remembered.get(actor.institutionId);
    if (known?.stamp === stamp && Date.now() < known.until) return known.now;
    const now = await this.read(actor);
    this.remembered.set(actor.institutionId, { stamp, until: Date.now() + TEN_MINUTES, now });
    return now;
  }

  private async stampOf(actor: Actor): Promise<string> {
    const row = await this.transactions.run(actor, (tx) =>
      tx.row<{ stamp: string }>(sql`
        select concat_ws(' ', (select max(greatest(added_at, removed_at)) from trust_source),
                              (select max(loaded_at) from trusted_list)) as stamp`),
    );
    return row!.stamp;
  }

  private async read(actor: Actor): Promise<TrustNow> {
    const sources = await this.transactions.run(actor, presentSources);
    const anchors = trustAnchors(
      sources.flatMap(({ kind, certificates }) => (kind === 'certificate' ? certificates : [])),
    );
    const lists: LoadedList[] = [];
    for (const source of sources) if (source.url) lists.push(...(await this.keptLists(actor, source)));
    const trust = mergeTrust([await installedTrust(), anchors, trustOfLists(lists)]);
    const times = await this.loadedAt(actor);
    return {
      trust,
      state: {
        anchors: trust.anchors.length,
        lists: lists.flatMap(({ url, list, isUsable }) =>
          list
            ? [
                {
                  url,
                  territory: list.territory,
                  sequence: list.sequence,
                  nextUpdate: list.nextUpdate?.toISOString() ?? null,
                  loadedAt: (times.get(url) ?? list.issued).toISOString(),
                  isUsable,
                },
              ]
            : [],
        ),
      },
    };
  }

  private keptLists(actor: Actor, source: TrustSource): Promise<LoadedList[]> {
    return loadTrustedLists({
      url: source.url!,
      signers: signersOf(source),
      territories: source.territories,
      store: listStore(this.transactions, this.files, actor, source.id),
      fetcher: nothing,
      offline: true,
    });
  }

  private async loadedAt(actor: Actor): Promise<Map<string, Date>> {
    const rows = await this.transactions.run(actor, (tx) =>
      tx.rows<{ url: string; at: Date }>(
        sql`select url, max(loaded_at) as at from trusted_list where loaded_at is not null group by url`,
      ),
    );
    return new Map(rows.map(({ url, at }) => [url, at]));
  }
}

const nothing = () => Promise.reject(new FetchError('not asked'));

/** What the administrator of the machine trusts for all institutions, and in the demonstration its own authority. */
async function installedTrust(): Promise<Trust> {
  const folder = join(config().KEYS_DIR, 'trust');
  const own = existsSync(folder) ? await loadTrust(folder) : trustAnchors([]);
  return config().DEMO === '1' ? mergeTrust([own, trustAnchors((await demoAuthority()).anchors)]) : own;
}
