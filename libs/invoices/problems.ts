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
  nobodyForLimit: {
    status: 409,
    lv: 'Rēķina summa pārsniedz limitu, bet nav neviena, kam ir limita apstiprinātāja loma.',
    en: 'The invoice is above a limit of amount and nobody holds the role that has to approve it.',
  },
  monthClosed: {
    status: 409,
    lv: 'Mēnesis ir slēgts: tajā vairs neko nekontē un nemaina. Izvēlieties citu mēnesi vai atveriet šo ar pamatojumu.',
    en: 'The month is closed: nothing is coded or changed in it any more. Choose another month or reopen this one with a reason.',
  },
  paymentUnderWay: {
    status: 409,
    lv: 'Rēķins ir maksājuma uzdevumā vai jau daļēji apmaksāts.',
    en: 'The invoice stands in a payment order or is partly paid.',
  },
  paymentImpossible: {
    status: 422,
    lv: 'Kādu no rēķiniem nevar iekļaut maksājuma uzdevumā: nav nodots apmaksai, jau ir uzdevumā, nav konta vai nav eiro.',
    en: 'Some invoice cannot be put into a payment order: not released, in an order already, without an account, or not in euro.',
  },
  noSuchPaymentAccount: {
    status: 404,
    lv: 'Iestādei šāda konta nav.',
    en: 'The institution has no such account.',
  },
  noSuchPaymentOrder: {
    status: 422,
    lv: 'Bankas atbilde ir par maksājuma uzdevumu, kura te nav.',
    en: 'The bank’s answer is about a payment order that is not ours.',
  },
  bankFileUnreadable: {
    status: 422,
    lv: 'Datni nevar nolasīt kā bankas atbildi (pain.002, camt.053, camt.054).',
    en: 'The file cannot be read as a bank’s answer (pain.002, camt.053, camt.054).',
  },
  takenOverAlready: {
    status: 409,
    lv: 'Rēķins grāmatvedībā jau pārņemts ar citu atsauci.',
    en: 'The invoice is taken over by accounting already, under another reference.',
  },
  noSuchAccount: { status: 404, lv: 'Šāda piegādātāja konta nav.', en: 'There is no such account of the supplier.' },
});
