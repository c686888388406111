import type { Tx } from '#kernel';
import { readCertificate, type Certificate } from '#signatures';
import sql from 'sql-template-tag';

/** A source of trust of the institution, present now. */
export interface TrustSource {
  readonly id: string;
  readonly kind: 'certificate' | 'list';
  readonly url: string | null;
  readonly certificates: Buffer[];
  readonly territories: string[];
  /** Who signed the copy in use; the only one accepted when nobody was named. */
  readonly firstSigner: Buffer | null;
  /** Sequence numbers of the lists kept, by address. */
  readonly known: Record<string, number>;
}

export const presentSources = (tx: Tx): Promise<TrustSource[]> =>
  tx.rows<TrustSource>(sql`
    select s.id, s.kind, s.url, s.certificates, s.territories, l.signer_certificate as "firstSigner",
           coalesce((select jsonb_object_agg(k.url, k.sequence) from trusted_list k where k.source_id = s.id), '{}') as known
      from trust_source s left join trusted_list l on l.source_id = s.id and l.url = s.url
     where s.removed_at is null order by s.added_at`);

/** Who may sign the list of this source; undefined: whoever signs the first copy. */
export function signersOf({ certificates, firstSigner }: TrustSource): Certificate[] | undefined {
  const named = certificates.length ? certificates : firstSigner ? [firstSigner] : [];
  return named.length ? named.map((der) => readCertificate(der)) : undefined;
}
