import type { Document } from '#documents';
import { latvianLongDate, type Tx } from '#kernel';
import sql from 'sql-template-tag';
import { executionPoint } from './item-blocks.ts';
import { institutionOf } from './record.ts';
import { ending, sentence, withOffice } from './words.ts';

interface Row {
  adoptedOn: string;
  protocolNumber: string | null;
  place: number;
  sittingId: string;
  chair: string;
  decisionKind: string | null;
  legalBasis: string | null;
  grounds: string | null;
  points: string[] | null;
  recipients: string | null;
  executorTitle: string | null;
  executorName: string | null;
  controllerTitle: string | null;
  controllerName: string | null;
  dueOn: string | null;
  tally: { par: number; pret: number; atturas: number };
}

/** The decision as a paper of its own: author, place, date, number with the point of the protocol, title, text, signature of the chair. */
export async function decisionData(tx: Tx, document: Document): Promise<object> {
  const row = await tx.row<Row>(sql`
    select k.adopted_on as "adoptedOn", p.number as "protocolNumber", i.place, k.sitting_id as "sittingId",
           c.given_name || ' ' || c.family_name as chair, r.decision_kind as "decisionKind", r.legal_basis as "legalBasis",
           r.grounds, r.points, r.recipients, r.due_on as "dueOn", e.job_title as "executorTitle", e.given_name || ' ' || e.family_name as "executorName",
           g.job_title as "controllerTitle", g.given_name || ' ' || g.family_name as "controllerName",
           (select json_build_object('par', count(*) filter (where option = 'PAR'), 'pret', count(*) filter (where option = 'PRET'),
                   'atturas', count(*) filter (where option = 'ATTURAS')) from ballot b where b.session_id = k.vote_id) as tally
      from council_decision k join document p on p.id = k.sitting_id join agenda_item i on i.id = k.item_id join sitting s on s.id = k.sitting_id
      join person c on c.id = s.chair_id left join council_draft r on r.id = k.draft_id
      left join person e on e.id = r.executor_id left join person g on g.id = r.controller_id
     where k.id = ${document.id}`);
  const { adoptedOn, protocolNumber, place, chair, legalBasis, grounds, points, decisionKind, recipients, dueOn } =
    row!;
  const institution = await institutionOf(tx);
  const execution = executionPoint({
    executor: withOffice(row!.executorTitle, row!.executorName),
    controller: withOffice(row!.controllerTitle, row!.controllerName),
    dueOn,
  });
  const { par, pret, atturas } = row!.tally;
  return {
    institution: `${institution.nameGenitive} pašvaldības dome`.toLocaleUpperCase('lv'),
    contacts: institution.contacts,
    place: institution.placeLocative,
    date: latvianLongDate(adoptedOn),
    number: `Nr.\u00a0${document.number}`,
    point: `(prot. Nr.\u00a0${protocolNumber}, ${place}.\u00a0p.)`,
    title: document.title,
    restriction: document.access === 'restricted' ? (document.restrictionBasis ?? '') : '',
    grounds: grounds ?? '',
    basis: `${legalBasis ? `Pamatojoties uz ${legalBasis.replace(/[.,;]+$/, '')}, atklāti` : 'Atklāti'} balsojot: par – ${figure(par)}, pret – ${figure(pret)}, atturas – ${figure(atturas)},`,
    points: [...(points ?? []).map(sentence), ...execution],
    notes: [
      ...(recipients ? [`Lēmumu nosūtīt: ${sentence(recipients)}`] : []),
      ...(decisionKind === 'administrative-act' ? [CONTEST] : []),
    ],
    office: `Sēdes vadītāj${ending(chair)}`,
    signer: chair,
  };
}

/** How an administrative act is appealed (Administratīvā procesa likums 188). */
const CONTEST =
  'Šo lēmumu viena mēneša laikā no tā spēkā stāšanās dienas var pārsūdzēt Administratīvajā rajona tiesā Administratīvā procesa likumā noteiktajā kārtībā.';

const figure = (votes: number) => (votes === 0 ? 'nav' : String(votes));
