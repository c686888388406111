import type { Tx } from '#kernel';
import { visibleTo } from '#documents';
import { may } from '#organisation';
import sql from 'sql-template-tag';
import { E_INVOICE_LETTER } from '../commands/ask-for-e-invoices.ts';
import type { PaperQuery, PaperSupplier, PaperSuppliers } from '../contract.ts';

/** Suppliers who sent anything but structured e-invoices in the year, who sends most first, and the letter that asked them. */
export async function paperSuppliers(tx: Tx, { year }: PaperQuery): Promise<PaperSuppliers> {
  const ofYear = sql`
    from invoice i join document d on d.id = i.id
   where d.kind = 'invoice' and extract(year from d.registered_on) = ${year} and ${visibleTo(tx.actor)}`;
  const counted = await tx.row<{ total: number; structured: number }>(sql`
    select count(*)::int as total, count(*) filter (where i.class in ('A', 'B'))::int as structured ${ofYear}`);
  const suppliers = await tx.rows<PaperSupplier>(sql`
    select s.*, (select jsonb_build_object('id', q.letter_id, 'askedAt', q.asked_at) from letter_request q join invoice b on b.id = q.basis_id
                  where b.supplier_key = s.key and q.title = ${E_INVOICE_LETTER} order by q.asked_at desc limit 1) as letter
      from (select i.supplier_key as key, max(i.supplier_name) as name, count(*)::int as total, max(d.registered_on) as "lastOn",
                   count(*) filter (where i.class not in ('A', 'B'))::int as unread ${ofYear} group by i.supplier_key) s
     where s.unread > 0 order by s.unread desc, s.name collate "lv-x-icu" limit 200`);
  return { ...counted!, suppliers, mayWrite: may(tx.actor, 'handle invoices') };
}
