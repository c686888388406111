import { latvianDate, type Day } from '#kernel';

interface Answered {
  readonly letter: { readonly senderNumber: string | null; readonly senderDate: Day | null };
  readonly document: { readonly number: string | null };
}

const reference = ({ letter: { senderDate, senderNumber } }: Answered) =>
  `${senderDate ? `${latvianDate(senderDate)} ` : ''}${senderNumber ? `Nr. ${senderNumber} ` : ''}`;

/** First texts of letters, for the drafter to finish. */
export const REPLY_TEMPLATES = {
  answer: (answered: Answered) =>
    `Pašvaldība ir saņēmusi un izskatījusi Jūsu ${reference(answered)}vēstuli par minēto jautājumu (reģistrēta ar Nr. ${answered.document.number}).\n\nInformējam, ka `,
  interim: (answered: Answered) =>
    `Pašvaldība ir saņēmusi Jūsu ${reference(answered)}vēstuli (reģistrēta ar Nr. ${answered.document.number}). Lai sniegtu atbildi pēc būtības, nepieciešams iegūt papildu informāciju, tādēļ atbildes termiņš ir pagarināts.\n\nAtbildi nosūtīsim līdz `,
  forward: (answered: Answered) =>
    `Jūsu ${reference(answered)}vēstulē minētā jautājuma izlemšana nav pašvaldības kompetencē, tādēļ iesniegumu pārsūtām `,
  blank: () => '',
};

/** First text of a statement: what is stated, and for what it is asked. */
export const STATEMENT_TEXT =
  'Pašvaldība apliecina, ka \n\nIzziņa izsniegta pēc pieprasījuma iesniegšanai norādītajā vietā.';
