import type { Text } from '#kernel';
import type { FindingCode, SubIndication } from '#signatures';
import { signaturesOf, type KeptReport } from './kept-report.ts';

interface Advice extends Text {
  /** Codes of findings and sub-indications of EN 319 102-1 that call for it. */
  readonly on: readonly (FindingCode | SubIndication)[];
}

/** What a clerk does about a signature that is not accepted; the first that fits each signature, gravest first. */
const ADVICE: readonly Advice[] = [
  {
    on: ['HASH_FAILURE', 'SIG_CRYPTO_FAILURE', 'hash-mismatch', 'signature-value-wrong'],
    lv: 'Parakstītais saturs nav tas, ko parakstīja. Nepaļaujieties uz šo datni; lūdziet sūtītājam atsūtīt parakstīto oriģinālu vēlreiz, neatverot un nesaglabājot to citā programmā.',
    en: 'The content is not what was signed. Do not rely on this file; ask the sender for the signed original again, not opened and saved by another program.',
  },
  {
    on: ['REVOKED', 'REVOKED_NO_POE', 'REVOKED_CA_NO_POE'],
    lv: 'Lūdziet parakstīt dokumentu no jauna ar derīgu sertifikātu.',
    en: 'Ask for the document to be signed anew with a valid certificate.',
  },
  {
    on: ['file-not-signed'],
    lv: 'Lūdziet atsūtīt konteineru, kurā parakstītas visas datnes, vai neparakstīto datni reģistrējiet atsevišķi kā neparakstītu.',
    en: 'Ask for a container in which every file is signed, or register the unsigned file separately as unsigned.',
  },
  {
    on: ['FORMAT_FAILURE', 'container-broken', 'pdf-unreadable'],
    lv: 'Datne ir bojāta, pēc parakstīšanas mainīta vai veidota tā, lai maldinātu. Neizmantojiet tās saturu; lūdziet atsūtīt oriģinālu vēlreiz un, ja tas atkārtojas, ziņojiet drošības pārvaldniekam.',
    en: 'The file is damaged, was changed after signing, or is made to mislead. Do not use its content; ask for the original again and, if it happens again, tell the security officer.',
  },
  {
    on: ['NO_CERTIFICATE_CHAIN_FOUND', 'no-trust-anchors', 'chain-missing', 'timestamp-untrusted'],
    lv: 'Izdevējs šeit nav zināms. Lūdziet administratoram ielādēt uzticamos sarakstus (Pārvaldība → Uzticamība) un pārbaudiet vēlreiz; ārvalsts parakstu var pārbaudīt arī Eiropas Komisijas pārbaudes lapā.',
    en: 'The issuer is not known here. Ask the administrator to load the trusted lists (Administration → Trust) and check again; a foreign signature can also be checked on the European Commission’s validation page.',
  },
  {
    on: ['TRY_LATER', 'revocation-unknown', 'revocation-required'],
    lv: 'Pārbaudiet vēlreiz pēc brīža: sertifikāta statusa pakalpojums neatbildēja.',
    en: 'Check again in a while: the service for the certificate’s status did not answer.',
  },
  {
    on: [
      'OUT_OF_BOUNDS_NO_POE',
      'OUT_OF_BOUNDS_NOT_REVOKED',
      'NOT_YET_VALID',
      'issuer-expired',
      'TIMESTAMP_ORDER_FAILURE',
    ],
    lv: 'Nav pierādījuma, ka parakstīts sertifikāta derīguma laikā. Lūdziet parakstīt no jauna ar derīgu sertifikātu un laika zīmogu.',
    en: 'Nothing proves that it was signed while the certificate was valid. Ask for a new signature with a valid certificate and a time stamp.',
  },
  {
    on: ['CRYPTO_CONSTRAINTS_FAILURE', 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE'],
    lv: 'Paraksts veidots ar novecojušu paņēmienu. Lūdziet parakstīt no jauna ar mūsdienīgu parakstīšanas programmu.',
    en: 'The signature was made in an outdated way. Ask for a new one made with a present-day program.',
  },
  {
    on: [
      'CHAIN_CONSTRAINTS_FAILURE',
      'CERTIFICATE_CHAIN_GENERAL_FAILURE',
      'NO_SIGNING_CERTIFICATE_FOUND',
      'SIG_CONSTRAINTS_FAILURE',
      'POLICY_PROCESSING_ERROR',
      'SIGNATURE_POLICY_NOT_AVAILABLE',
    ],
    lv: 'Paraksts neatbilst prasībām elektroniskajam parakstam. Lūdziet parakstīt no jauna ar eParaksts, eID karti vai citu kvalificētu līdzekli.',
    en: 'The signature does not meet the requirements. Ask for a new one by eParaksts, an eID card or another qualified means.',
  },
  {
    on: ['SIGNED_DATA_NOT_FOUND', 'signed-data-missing'],
    lv: 'Atsūtīts paraksts bez parakstītās datnes. Lūdziet atsūtīt arī pašu dokumentu.',
    en: 'The signature came without the file it signs. Ask for the document itself too.',
  },
];

const OTHERWISE: Text = {
  lv: 'Lūdziet sūtītājam atsūtīt parakstīto dokumentu vēlreiz; saņemtais ir saglabāts.',
  en: 'Ask the sender for the signed document again; what came is kept.',
};

/** What to do, the gravest first; nothing when the signatures are accepted or there are none. */
export function adviceOn(report: KeptReport): Text[] {
  if (report.verdict === 'accept' || report.verdict === 'no-signature') return [];
  const cases = signaturesOf(report)
    .filter(({ verdict }) => verdict !== 'accept')
    .toSorted((one, other) => Number(other.verdict === 'reject') - Number(one.verdict === 'reject'))
    .map(({ subIndication, errors }) => [subIndication ?? '', ...errors.map(({ code }) => code)]);
  const container = report.container.errors.map(({ code }) => code);
  if (container.length) cases.unshift([...container, 'FORMAT_FAILURE']);
  const found = cases.map(
    (codes) => ADVICE.find(({ on }) => on.some((code: string) => codes.includes(code))) ?? OTHERWISE,
  );
  const unique = [...new Set(found.length ? found : [OTHERWISE])];
  return unique.map(({ lv, en }) => ({ lv, en }));
}
