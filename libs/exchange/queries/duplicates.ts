import { latvianDate, type Tx } from '#kernel';
import type { Finding } from '#files/contract';
import sql from 'sql-template-tag';

/** Where the same content (same SHA-256) already is: a document's file first, otherwise an earlier received item. */
export async function duplicatesOf(tx: Tx, sha256: string): Promise<Finding[]> {
  const document = await tx.row<{ number: string | null; title: string; on: string | null }>(sql`
    select d.number, d.title, d.registered_on as "on" from document_file f join document d on d.id = f.document_id
     where f.sha256 = ${sha256} order by d.registered_at nulls last limit 1`);
  if (document) {
    const { number, title, on } = document;
    const where = number ? `Nr. ${number}${on ? ` (${latvianDate(on)})` : ''}` : `“${title}”`;
    return [
      {
        code: 'duplicate',
        severity: 'warning',
        lv: `Tieši tāda datne jau ir dokumentā ${where}. Pārbaudiet, vai dokuments nav reģistrēts; ja ir, šo sūtījumu nereģistrējiet atkārtoti.`,
        en: `Exactly this file is in document ${where} already. If the document is registered, do not register this again.`,
      },
    ];
  }
  const item = await tx.row<{ on: string; subject: string }>(sql`
    select (i.received_at at time zone 'Europe/Riga')::date as "on", i.subject from received_file f join received_item i on i.id = f.item_id
     where f.sha256 = ${sha256} order by i.received_at limit 1`);
  if (!item) return [];
  const { on, subject } = item;
  return [
    {
      code: 'duplicate',
      severity: 'warning',
      lv: `Tieši tāda datne jau saņemta ${latvianDate(on)}${subject ? ` (“${subject}”)` : ''}. Ja tas ir tas pats sūtījums, reģistrējiet to vienu reizi.`,
      en: `Exactly this file was received on ${latvianDate(on)} already${subject ? ` (“${subject}”)` : ''}. If it is the same sending, register it once.`,
    },
  ];
}

/** The same message, byte for byte, received before under another name of the channel. */
export async function duplicateMail(
  tx: Tx,
  sha256: string,
  { channel, externalId }: { channel: string; externalId: string | null },
): Promise<Finding[]> {
  const before = await tx.row<{ on: string; number: string | null }>(sql`
    select (i.received_at at time zone 'Europe/Riga')::date as "on", d.number
      from received_item i left join document d on d.id = i.document_id
     where i.raw_sha256 = ${sha256} and (i.channel, i.external_id) is distinct from (${channel}::text, ${externalId ?? '-'}::text)
     order by d.number nulls last, i.received_at limit 1`);
  if (!before) return [];
  const { on, number } = before;
  return [
    {
      code: 'duplicate-mail',
      severity: 'warning',
      lv: `Tieši tāda vēstule jau saņemta ${latvianDate(on)}${number ? ` un reģistrēta ar Nr. ${number}` : ''}. Nereģistrējiet to atkārtoti.`,
      en: `Exactly this message was received on ${latvianDate(on)} already${number ? ` and registered as No. ${number}` : ''}. Do not register it again.`,
    },
  ];
}
