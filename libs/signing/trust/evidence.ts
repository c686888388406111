import type { Actor } from '#kernel';
import type { Transactions } from '#platform';
import { FetchError, fetcherAllowing, hostOf, keepingFetcher, type EvidenceKeep, type Fetcher } from '#signatures';
import sql from 'sql-template-tag';
import { institutionCode, signingSettings } from '../settings.ts';

const MOST_REQUESTS = 60;
const MOST_MS = 60_000;

/** The network as this institution may use it: public addresses, and the hosts of the own network that its settings name. */
export async function networkOf(transactions: Transactions, actor: Actor): Promise<Fetcher> {
  const { allowHosts } = await signingSettings(await transactions.run(actor, institutionCode));
  return fetcherAllowing(allowHosts);
}

/** Evidence fetched before, in the database: it serves every file until its time. */
export const evidenceKeep = (transactions: Transactions, actor: Actor): EvidenceKeep => ({
  read: async (key) => {
    const kept = await transactions.run(actor, (tx) =>
      tx.row<{ bytes: Buffer }>(sql`select bytes from evidence where key = ${key} and until > ${tx.now}`),
    );
    return kept?.bytes;
  },
  write: (key, bytes, until) =>
    transactions.run(actor, async (tx) => {
      await tx.rows(sql`
        insert into evidence (key, bytes, fetched_at, until) values (${key}, ${bytes}, ${tx.now}, ${until})
        on conflict (institution_id, key) do update set bytes = excluded.bytes, fetched_at = excluded.fetched_at, until = excluded.until`);
    }),
});

/** What one validation may ask of the world, and who did not answer it. */
export interface Inquiry {
  readonly fetcher: Fetcher;
  readonly unreachable: ReadonlySet<string>;
}

/** A file may name thousands of services: one validation asks so many times and so long, and nobody again who was silent once. */
export function inquiry(network: Fetcher, keep: EvidenceKeep): Inquiry {
  const unreachable = new Set<string>();
  const end = Date.now() + MOST_MS;
  let left = MOST_REQUESTS;
  const careful: Fetcher = async (url, ask) => {
    const host = hostOf(url);
    if (unreachable.has(host)) throw new FetchError(`did not answer before: ${url}`);
    if (left-- <= 0 || Date.now() > end) throw new FetchError(`too much to ask for one file: ${url}`);
    return network(url, ask).catch((error: unknown) => {
      if (error instanceof FetchError && error.isSilence) unreachable.add(host);
      throw error;
    });
  };
  return { fetcher: keepingFetcher(careful, keep), unreachable };
}
