import type { Tx } from '#kernel';
import sql from 'sql-template-tag';
import type { CardProposal, LetterInput } from '../contract.ts';

type Duplicate = CardProposal['duplicates'][number];

const SAME_NUMBER = { lv: 'Tas pats sūtītājs un sūtītāja numurs', en: 'The same sender and sender’s number' };
const SAME_FILE = { lv: 'Tā pati datne', en: 'The same file' };

/** Registered documents that may be this one: same sender and sender's number, or the same file. */
export async function findDuplicates(
  tx: Tx,
  { itemId, sender, senderNumber }: Pick<LetterInput, 'itemId' | 'senderNumber'> & { sender: { name: string } },
): Promise<Duplicate[]> {
  const byNumber = senderNumber
    ? await tx.rows<Omit<Duplicate, 'reason'>>(sql`
        select d.id as "documentId", d.number, d.title from letter l join document d on d.id = l.id
         where lower(l.correspondent) = lower(${sender.name}) and l.sender_number = ${senderNumber} and d.direction = 'incoming' limit 5`)
    : [];
  const byFile = itemId
    ? await tx.rows<Omit<Duplicate, 'reason'>>(sql`
        select distinct d.id as "documentId", d.number, d.title
          from received_file r join document_file f on f.institution_id = r.institution_id and f.sha256 = r.sha256 join document d on d.id = f.document_id
         where r.item_id = ${itemId} and d.direction = 'incoming' limit 5`)
    : [];
  return [
    ...byNumber.map((found) => ({ ...found, reason: SAME_NUMBER })),
    ...byFile.map((found) => ({ ...found, reason: SAME_FILE })),
  ];
}
