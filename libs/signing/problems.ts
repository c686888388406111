import { defineProblems } from '#kernel';

export const problems = defineProblems({
  notReadyToSign: {
    status: 409,
    lv: 'Dokumentam vēl tiek piešķirts numurs. Mēģiniet pēc brīža.',
    en: 'The document is still getting its number. Try again in a moment.',
  },
  noSuchProvider: { status: 422, lv: 'Šāda parakstīšanas veida nav.', en: 'There is no such way of signing.' },
  signingExpired: {
    status: 409,
    lv: 'Parakstīšanas laiks ir beidzies. Sāciet no jauna.',
    en: 'The time for signing is over. Begin again.',
  },
  signedMeanwhile: {
    status: 409,
    lv: 'Dokumentu pa šo laiku parakstīja cits cilvēks. Sāciet no jauna: Jūsu paraksts tiks pievienots viņa parakstam.',
    en: 'Somebody else signed meanwhile. Begin again: your signature will be added to theirs.',
  },
  signatureValueMissing: { status: 422, lv: 'Nav saņemta paraksta vērtība.', en: 'The signature value is missing.' },
  wrongSignatureValue: {
    status: 422,
    lv: 'Paraksta vērtība neatbilst sertifikātam vai dokumentam.',
    en: 'The signature value does not fit the certificate or the document.',
  },
});
