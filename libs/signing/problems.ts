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
  signingCancelled: {
    status: 409,
    lv: 'Šī parakstīšana ir atcelta vai sākta no jauna citā logā.',
    en: 'This signing was cancelled, or begun again in another window.',
  },
  signingUnderWay: {
    status: 409,
    lv: 'Šo dokumentu Jūs jau parakstāt: sistēma parakstu vēl saņem vai ievieto dokumentā.',
    en: 'You are signing this document already: the signature is being received or put into the document.',
  },
  signingInterrupted: {
    status: 409,
    lv: 'Parakstīšana tika pārtraukta, pirms paraksts bija saņemts. Parakstiet vēlreiz.',
    en: 'Signing was interrupted before the signature was received. Sign again.',
  },
  tooManyDocuments: {
    status: 422,
    lv: 'Ar vienu apstiprinājumu šis parakstīšanas līdzeklis tik daudz dokumentu neparaksta. Izvēlieties mazāk.',
    en: 'This means of signing does not sign so many documents with one consent. Choose fewer.',
  },
  certificateMissing: {
    status: 422,
    lv: 'Nav saņemts kartes sertifikāts.',
    en: 'The certificate of the card is missing.',
  },
  certificateUnusable: {
    status: 422,
    lv: 'Ar šo sertifikātu parakstīt nevar: tas nav derīgs vai nav domāts parakstīšanai.',
    en: 'This certificate cannot sign: it is not valid, or not meant for signatures.',
  },
  certificateOfAnother: {
    status: 422,
    lv: 'Sertifikāts ir izsniegts citai personai. Parakstiet ar savu parakstu.',
    en: 'The certificate belongs to another person. Sign with your own.',
  },
  cannotBeSigned: {
    status: 422,
    lv: 'Datni nevar parakstīt: tā ir bojāta, aizsargāta ar paroli vai tās paraksti nav kārtībā.',
    en: 'The file cannot be signed: it is broken, encrypted, or its signatures are not in order.',
  },
  trustServiceUnavailable: {
    status: 503,
    lv: 'Parakstīšanas pakalpojums neatbild. Nekas nav parakstīts; mēģiniet vēlreiz pēc brīža.',
    en: 'The signing service does not answer. Nothing was signed; try again in a moment.',
  },
  trustServiceAtWork: {
    status: 503,
    lv: 'Parakstīšanas pakalpojums vēl gatavo parakstu. Sistēma to saņems pati, tiklīdz tas būs gatavs.',
    en: 'The signing service is still making the signature. The system fetches it as soon as it is ready.',
  },
  trustServiceRefused: {
    status: 422,
    lv: 'Parakstīšanas pakalpojums parakstu nedeva. Mēģiniet vēlreiz vai izvēlieties citu līdzekli.',
    en: 'The signing service gave no signature. Try again, or choose another means.',
  },
  wrongCode: {
    status: 422,
    lv: 'Kods nav pareizs. Ievadiet to vēlreiz; pēc vairākiem nepareiziem kodiem pakalpojums parakstu bloķē.',
    en: 'The code is not correct. Enter it again; after several wrong codes the service blocks the signature.',
  },
  consentRefused: {
    status: 422,
    lv: 'Parakstīšanas pakalpojumā parakstīšana nav apstiprināta.',
    en: 'Signing was not consented to at the signing service.',
  },
  noCredential: {
    status: 422,
    lv: 'Parakstīšanas pakalpojumā Jums nav derīga paraksta sertifikāta.',
    en: 'You have no valid signing certificate at the signing service.',
  },
  sealUnavailable: {
    status: 503,
    lv: 'Iestādes atslēga nav pieejama vai atsakās parakstīt. Sazinieties ar administratoru.',
    en: 'The institution’s key is not available or refuses to sign. Ask the administrator.',
  },
  timestampUnavailable: {
    status: 503,
    lv: 'Paraksts ir saņemts, bet laika zīmoga pakalpojums neatbild. Sistēma mēģinās vēlreiz katru minūti; Jums vairs nekas nav jāparaksta.',
    en: 'The signature was received, but the time-stamp service does not answer. The system tries again every minute; you need not sign again.',
  },
  timestampMissed: {
    status: 409,
    lv: 'Laika zīmogu neizdevās saņemt diennakts laikā. Parakstiet vēlreiz.',
    en: 'No time stamp could be had within a day. Sign again.',
  },
  paperSignaturesBroken: {
    status: 409,
    lv: 'Datnē ir paraksts, kas neiztur pārbaudi. Tai savu parakstu nepievieno; aizstājiet datni ar derīgu.',
    en: 'The file holds a signature that does not hold. Yours is not added to it; replace the file with a valid one.',
  },
  noCopyAwaited: {
    status: 409,
    lv: 'Otras puses parakstītu eksemplāru pievieno, kad dokuments ir parakstīts pie mums.',
    en: 'A copy signed by the other side is taken in when the document is signed by us.',
  },
  oneCopy: {
    status: 422,
    lv: 'Pievienojiet vienu datni: to, ko parakstīja otra puse.',
    en: 'Add one file: the one that the other side signed.',
  },
  copyNotValid: {
    status: 422,
    lv: 'Eksemplāru pievienot nevar: tā paraksti neiztur pārbaudi. Mūsu parakstītā datne ir palikusi, kāda bija.',
    en: 'The copy cannot be taken: its signatures do not hold. The file that we signed stays as it was.',
  },
  copyOfAnother: {
    status: 422,
    lv: 'Šī nav mūsu parakstītā datne ar otras puses parakstu: saturs vai mūsu paraksts tajā ir cits. Lūdziet parakstīt tieši to datni, ko nosūtījām.',
    en: 'This is not the file that we signed with the other side’s signature: its content or our signature differs. Ask to sign the very file that was sent.',
  },
  copyWithoutNewSignature: {
    status: 422,
    lv: 'Šajā eksemplārā nav neviena jauna paraksta.',
    en: 'This copy has no new signature.',
  },
});
