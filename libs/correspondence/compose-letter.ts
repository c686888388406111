import { latvianDate, latvianLongDate, type Day, type Tx } from '#kernel';
import type { Document, Paper } from '#documents';
import sql from 'sql-template-tag';
import { LETTER_TEMPLATE } from './letter-template.ts';

interface Row {
  title: string;
  correspondent: string;
  address: string;
  body: string;
  salutation: string;
  institution: Record<'name' | 'registrationNumber' | 'address' | 'phone' | 'email' | 'eAddress' | 'place', string>;
  answered: { senderDate: Day | null; senderNumber: string | null; receivedOn: Day | null } | null;
  preparer: Record<'name' | 'phone' | 'email', string> | null;
}

/** What distinguishes the papers that are set alike; a letter bears no name of its kind (Cabinet regulation 558). */
interface Form {
  readonly heading: string | null;
  readonly fileName: string;
}

export const composeLetter = (tx: Tx, document: Document): Promise<Paper> =>
  compose(tx, document, { heading: null, fileName: 'Vēstule.pdf' });
export const composeStatement = (tx: Tx, document: Document): Promise<Paper> =>
  compose(tx, document, { heading: 'IZZIŅA', fileName: 'Izziņa.pdf' });

/** The paper: with a blank for date and number while it is a draft, with both when its number is reserved. */
async function compose(tx: Tx, document: Document, { heading, fileName }: Form): Promise<Paper> {
  const letter = await tx.row<Row>(sql`
    select d.title, l.correspondent, l.correspondent_address as address, l.body, l.salutation,
           jsonb_build_object('name', i.name, 'registrationNumber', i.registration_number, 'address', i.address, 'phone', i.phone, 'email', i.email,
             'eAddress', i.e_address, 'place', i.place_locative) as institution,
           (select jsonb_build_object('senderDate', a.sender_date, 'senderNumber', a.sender_number, 'receivedOn', a.received_on) from letter a where a.id = l.answers_id) as answered,
           (select jsonb_build_object('name', p.given_name || ' ' || p.family_name, 'phone', p.phone, 'email', p.email) from person p where p.id = d.created_by) as preparer
      from letter l join document d on d.id = l.id join institution i on i.id = d.institution_id where l.id = ${document.id}`);
  const { institution, answered, preparer, ...text } = letter!;
  const signers = await tx.rows<{ name: string; jobTitle: string }>(sql`
    select p.given_name || ' ' || p.family_name as name, initcap(left(p.job_title, 1)) || substr(p.job_title, 2) as "jobTitle"
      from step s join person p on p.id = s.person_id
     where s.document_id = ${document.id} and s.act = 'sign' and s.round = (select max(round) from step where document_id = ${document.id})
     order by s.place, p.family_name collate "lv-x-icu"`);
  const attachments = await tx.rows<{ name: string }>(sql`
    select name from document_file where document_id = ${document.id} and role = 'attachment' and superseded_at is null order by place`);
  return {
    template: LETTER_TEMPLATE,
    fileName,
    data: {
      heading,
      institution,
      place: institution.place,
      date: document.number ? latvianLongDate(tx.today) : '____. gada ___. __________',
      number: document.number ?? '__________',
      references: answered?.senderNumber
        ? [`${answered.senderDate ? `${latvianDate(answered.senderDate)} ` : ''}Nr. ${answered.senderNumber}`]
        : [],
      addressee: text.correspondent,
      address: text.address,
      restriction:
        document.access === 'restricted'
          ? `${document.restrictionBasis}${document.restrictedUntil ? `, līdz ${latvianDate(document.restrictedUntil)}` : ''}`
          : null,
      title: text.title,
      salutation: text.salutation,
      paragraphs: text.body
        .split(/\n\s*\n/)
        .map((paragraph) => paragraph.trim())
        .filter(Boolean),
      attachments: attachments.map(({ name }) => name),
      signers: signers.length ? signers : [{ name: '____________________', jobTitle: 'Amats' }],
      preparer: preparer ?? { name: '', phone: '', email: '' },
    },
  };
}
