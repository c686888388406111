import { latvianDate, type Day } from '#kernel';

interface Answered {
  readonly title: string;
  readonly senderNumber: string | null;
  readonly senderDate: Day | null;
  readonly receivedOn: Day | null;
  readonly number: string | null;
}

const reference = ({ senderDate, senderNumber }: Answered) =>
  `${senderDate ? `${latvianDate(senderDate)} ` : ''}${senderNumber ? `Nr. ${senderNumber} ` : ''}`;

/** First texts of letters, for the drafter to finish. */
export const REPLY_TEMPLATES = {
  answer: (letter: Answered) =>
    `Pašvaldība ir saņēmusi un izskatījusi Jūsu ${reference(letter)}vēstuli par minēto jautājumu (reģistrēta ar Nr. ${letter.number}).\n\nInformējam, ka `,
  interim: (letter: Answered) =>
    `Pašvaldība ir saņēmusi Jūsu ${reference(letter)}vēstuli (reģistrēta ar Nr. ${letter.number}). Lai sniegtu atbildi pēc būtības, nepieciešams iegūt papildu informāciju, tādēļ atbildes termiņš ir pagarināts.\n\nAtbildi nosūtīsim līdz `,
  forward: (letter: Answered) =>
    `Jūsu ${reference(letter)}vēstulē minētā jautājuma izlemšana nav pašvaldības kompetencē, tādēļ iesniegumu pārsūtām `,
  blank: () => '',
};
