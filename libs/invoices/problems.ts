import { defineProblems } from '#kernel';

export const problems = defineProblems({
  invoiceFieldsMissing: {
    status: 422,
    lv: 'No datnes nevar nolasīt visus vajadzīgos datus. Ievadiet tos ar roku.',
    en: 'Not all the data needed can be read from the file. Type them in.',
  },
  invoiceRegisteredAlready: {
    status: 409,
    lv: 'Šis rēķins jau ir reģistrēts (tas pats piegādātājs, numurs un gads).',
    en: 'This invoice is registered already (same supplier, number and year).',
  },
  itemHasNoFiles: {
    status: 422,
    lv: 'Sūtījumā nav datņu, ko reģistrēt kā rēķinu.',
    en: 'The item has no file to register as an invoice.',
  },
  notTheReceiver: {
    status: 403,
    lv: 'Rēķinu apstiprina preces vai pakalpojuma saņēmējs.',
    en: 'The invoice is approved by who received the goods or service.',
  },
  codingDoesNotAddUp: {
    status: 422,
    lv: 'Kontējuma summa nesakrīt ar rēķina summu.',
    en: 'The coded amounts do not add up to the invoice.',
  },
  fourEyes: {
    status: 403,
    lv: 'Šo soli veic cits cilvēks nekā iepriekšējo (četru acu princips).',
    en: 'This step belongs to another person than the one before (four eyes).',
  },
  accountNotConfirmed: {
    status: 409,
    lv: 'Piegādātāja konts ir jauns vai mainīts. Pirms finanšu kontroles tas jāapstiprina, sazinoties ar piegādātāju.',
    en: 'The supplier’s account is new or changed. It has to be confirmed with the supplier before finance control.',
  },
  noSuchAccount: { status: 404, lv: 'Šāda piegādātāja konta nav.', en: 'There is no such account of the supplier.' },
});
