import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Tx } from '#kernel';
import { assertMay } from '#organisation';
import { config } from '#platform';
import { EU_LOTL, loadTrust, type TrustedListError } from '#signatures';
import sql from 'sql-template-tag';
import type { CertificateView, TrustedListView, TrustSourceView, TrustView } from '../validation-contract.ts';
import { certificateView } from './certificates.ts';
import { LIST_PROBLEMS } from './list-problems.ts';

interface Row extends Omit<TrustSourceView, 'certificates' | 'lists' | 'addedAt'> {
  certificates: Buffer[];
  addedAt: Date;
}

interface ListRow extends Omit<
  TrustedListView,
  'issuedAt' | 'nextUpdate' | 'loadedAt' | 'triedAt' | 'problem' | 'isUsable'
> {
  sourceId: string;
  issuedAt: Date | null;
  nextUpdate: Date | null;
  loadedAt: Date | null;
  triedAt: Date;
  problem: TrustedListError['code'] | null;
  detail: string | null;
}

/** Everything the institution trusts, with the state of each list. */
export async function trustView(tx: Tx): Promise<TrustView> {
  assertMay(tx, 'administer');
  const sources = await tx.rows<Row>(sql`
    select s.id, s.kind, s.name, s.url, s.certificates, s.territories, s.added_at as "addedAt",
           coalesce(p.given_name || ' ' || p.family_name, '') as "addedBy"
      from trust_source s left join person p on p.id = s.added_by where s.removed_at is null order by s.kind desc, s.added_at`);
  const lists = await tx.rows<ListRow>(sql`
    select l.source_id as "sourceId", l.url, l.territory, l.sequence::int, l.issued_at as "issuedAt", l.next_update as "nextUpdate", l.signer,
           l.services, l.loaded_at as "loadedAt", l.tried_at as "triedAt", l.problem, l.problem_detail as detail
      from trusted_list l join trust_source s on s.id = l.source_id and s.removed_at is null
     where l.tried_at is not null order by l.url <> s.url, l.territory`);
  return {
    sources: sources.map(({ certificates, addedAt, ...source }) => ({
      ...source,
      addedAt: addedAt.toISOString(),
      certificates: certificates.map(certificateView),
      lists: lists.filter(({ sourceId }) => sourceId === source.id).map((list) => listView(list, tx.now)),
    })),
    installed: await installedCertificates(),
    isDemonstration: config().DEMO === '1',
    suggestedUrl: EU_LOTL,
  };
}

function listView({ issuedAt, nextUpdate, loadedAt, triedAt, ...list }: ListRow, now: Date): TrustedListView {
  const isExpired = loadedAt !== null && (nextUpdate === null || nextUpdate < now);
  const code = isExpired ? 'expired' : list.problem;
  return {
    url: list.url,
    territory: list.territory,
    sequence: list.sequence,
    signer: list.signer,
    services: list.services,
    issuedAt: issuedAt?.toISOString() ?? null,
    nextUpdate: nextUpdate?.toISOString() ?? null,
    loadedAt: loadedAt?.toISOString() ?? null,
    triedAt: triedAt.toISOString(),
    isUsable: loadedAt !== null && !isExpired,
    problem: code && { code, ...LIST_PROBLEMS[code], ...(list.detail ? { detail: list.detail } : {}) },
  };
}

/** Anchors that the administrator of the machine put into the folder `trust` beside the keys. */
async function installedCertificates(): Promise<CertificateView[]> {
  const folder = join(config().KEYS_DIR, 'trust');
  if (!existsSync(folder)) return [];
  return (await loadTrust(folder)).anchors.map(({ der }) => certificateView(der));
}
