import type { Text } from '#kernel';

/** The points of the check, in the order in which a clerk goes through them. */
export const TITLES = {
  opens: { lv: 'Atveras, nav liekā', en: 'It opens, nothing extra' },
  status: { lv: 'Visi paraksti pārbaudīti', en: 'Every signature checked' },
  qualified: { lv: 'Kvalificēts sertifikāts', en: 'Qualified certificate' },
  timestamp: { lv: 'Kvalificēts laika zīmogs', en: 'Qualified time stamp' },
  integrity: { lv: 'Saturs nav mainīts', en: 'Content unchanged' },
  signer: { lv: 'Parakstītājs ir iesniedzējs', en: 'The signer is the sender' },
  time: { lv: 'Parakstīšanas laiks', en: 'Time of signing' },
  revocation: { lv: 'Sertifikāts nebija atsaukts', en: 'Certificate not revoked' },
  parts: { lv: 'Parakstītas visas daļas', en: 'All parts are signed' },
  readable: { lv: 'Datnes ir lasāmas', en: 'Files are readable' },
  outcome: { lv: 'Pieņemams kā parakstīts', en: 'Acceptable as signed' },
} as const satisfies Record<string, Text>;

type State = 'yes' | 'no' | 'look';
type Outcome = { state: State } & Text;
const say =
  (state: State, lv: (...given: string[]) => string, en: (...given: string[]) => string) =>
  (...given: string[]): Outcome => ({ state, lv: lv(...given), en: en(...given) });

const seals = (isSeal: boolean): Outcome =>
  isSeal
    ? {
        state: 'yes',
        lv: 'Tas ir kvalificēts zīmogs: apliecina iestādi, nevis cilvēka parakstu.',
        en: 'It is a qualified seal: it vouches for an organisation, not for a person’s signature.',
      }
    : {
        state: 'yes',
        lv: 'Paraksts ir kvalificēts (līdzvērtīgs pašrocīgam).',
        en: 'The signature is qualified (equal to a handwritten one).',
      };

/** What may come of each point. */
export const OUTCOMES = {
  opens: say(
    'yes',
    () => 'Datne atveras; neparakstītu datņu tajā nav.',
    () => 'The file opens; it holds no unsigned files.',
  ),
  unsignedInside: say(
    'no',
    (files) => `Konteinerā ir datnes, kuras paraksts neaptver: ${files}.`,
    (files) => `The container holds files that the signature does not cover: ${files}.`,
  ),
  broken: say(
    'no',
    () => 'Datnes uzbūve ir bojāta vai neatbilst standartam.',
    () => 'The file is damaged or not built as the standard asks.',
  ),
  passed: say(
    'yes',
    (count) => `Paraksti, kas izturēja pārbaudi (TOTAL-PASSED): ${count}.`,
    (count) => `Signatures that passed (TOTAL-PASSED): ${count}.`,
  ),
  failed: say(
    'no',
    (which) => `Nav derīgs: ${which}. Iemesls norādīts pie paraksta.`,
    (which) => `Not valid: ${which}. The reason stands with the signature.`,
  ),
  notConcluded: say(
    'look',
    (which) => `Pārbaudi nevar pabeigt: ${which}. Iemesls norādīts pie paraksta.`,
    (which) => `The check cannot be concluded: ${which}. The reason stands with the signature.`,
  ),
  qualified: seals,
  notQualified: say(
    'no',
    (who) => `Uzlabots, bet nav kvalificēts: ${who}. Izdevējs uzticamajos sarakstos nav atrasts kā kvalificēts.`,
    (who) => `Advanced but not qualified: ${who}. The trusted lists do not have the issuer as qualified.`,
  ),
  qualificationUnknown: say(
    'look',
    (who) =>
      `Nav nosakāms, vai sertifikāts ir kvalificēts: ${who}. To var pateikt tikai par parakstu, kas izturējis pārbaudi.`,
    (who) =>
      `Whether the certificate is qualified cannot be told: ${who}. It can be told only of a signature that has passed.`,
  ),
  certificateOnly: say(
    'look',
    (who) => `Sertifikāts ir kvalificēts, bet nav apliecināts, ka parakstīts ar kvalificētu ierīci: ${who}.`,
    (who) => `The certificate is qualified, but nothing shows that a qualified device signed: ${who}.`,
  ),
  timestamp: say(
    'yes',
    () => 'Ir kvalificēts laika zīmogs.',
    () => 'There is a qualified time stamp.',
  ),
  timestampNotQualified: say(
    'look',
    (who) => `Laika zīmogs ir derīgs, bet tā izdevējs nav kvalificēto sarakstā: ${who}.`,
    (who) => `The time stamp is valid, but its issuer is not listed as qualified: ${who}.`,
  ),
  noTimestamp: say(
    'no',
    (who) => `Nav laika zīmoga: ${who}. Parakstīšanas laiks nav pierādīts.`,
    (who) => `No time stamp: ${who}. The time of signing is not proven.`,
  ),
  timestampUnproven: say(
    'look',
    (who) =>
      `Laika zīmogs ir, bet to nevar apstiprināt: ${who}. Iemesls norādīts pie paraksta; parakstīšanas laiks nav pierādīts.`,
    (who) =>
      `There is a time stamp, but it cannot be confirmed: ${who}. The reason stands with the signature; the time of signing is not proven.`,
  ),
  unchanged: say(
    'yes',
    () => 'Parakstītais saturs kopš parakstīšanas nav mainīts.',
    () => 'What was signed has not been changed since.',
  ),
  changed: say(
    'no',
    (who) => `Saturs pēc parakstīšanas ir mainīts vai paraksts bojāts${who ? `: ${who}` : ''}.`,
    (who) => `The content was changed after signing, or the signature is damaged${who ? `: ${who}` : ''}.`,
  ),
  containerRules: say(
    'no',
    () => 'Konteiners pārkāpj noteikumus, tāpēc tā saturam nevar uzticēties.',
    () => 'The container breaks the rules, so its content cannot be trusted.',
  ),
  signerIsSender: say(
    'yes',
    (who) => `Parakstījis: ${who}. Vārds sakrīt ar sūtītāju.`,
    (who) => `Signed by: ${who}. The name is the sender’s.`,
  ),
  signerIsAnother: say(
    'look',
    (who, sender) =>
      `Parakstījis: ${who}; sūtītājs: ${sender}. Pārliecinieties, ka parakstītājs drīkst pārstāvēt sūtītāju (pilnvara, Uzņēmumu reģistrs).`,
    (who, sender) =>
      `Signed by: ${who}; sender: ${sender}. Make sure that the signer may represent the sender (power of attorney, Register of Enterprises).`,
  ),
  signerToCompare: say(
    'look',
    (who) => `Parakstījis: ${who}. Salīdziniet ar iesniedzēju; par citu personu vajag pilnvaru.`,
    (who) => `Signed by: ${who}. Compare with the applicant; acting for another needs a power of attorney.`,
  ),
  timeProven: say(
    'yes',
    (when) => `Parakstīts: ${when} (apliecina laika zīmogs). Salīdziniet ar termiņu, ja tāds ir.`,
    (when) => `Signed: ${when} (proven by time stamp). Compare with the term, if there is one.`,
  ),
  timeClaimed: say(
    'look',
    (when) => `Parakstītāja norādītais laiks: ${when}. To nekas neapliecina; termiņam skaitiet saņemšanas laiku.`,
    (when) => `Time stated by the signer: ${when}. Nothing proves it; for terms take the time of receipt.`,
  ),
  timeAfterReceipt: say(
    'no',
    (when) => `Laika zīmogs (${when}) ir vēlāks par saņemšanu. Pārbaudiet, vai datne nav aizstāta.`,
    (when) => `The time stamp (${when}) is later than the receipt. See whether the file was replaced.`,
  ),
  notRevoked: say(
    'yes',
    () => 'Sertifikāts parakstīšanas laikā nebija atsaukts.',
    () => 'The certificate was not revoked at the time of signing.',
  ),
  revoked: say(
    'no',
    (who) => `Sertifikāts bija atsaukts: ${who}.`,
    (who) => `The certificate was revoked: ${who}.`,
  ),
  revocationUnknown: say(
    'look',
    (who) => `Nav ziņu, vai sertifikāts nebija atsaukts: ${who}. Pārbaudiet vēlreiz, kad ir tīkls.`,
    (who) => `Nothing is known on revocation: ${who}. Check again when there is a network.`,
  ),
  allSigned: say(
    'yes',
    () => 'Paraksts aptver visu; blakus neparakstītu datņu nav.',
    () => 'The signature covers everything; there are no unsigned files beside it.',
  ),
  noneSigned: say(
    'no',
    () => 'Datnē nav neviena nolasāma paraksta, tāpēc nekas nav parakstīts.',
    () => 'The file has no readable signature, so nothing is signed.',
  ),
  partly: say(
    'look',
    () => 'Pēc parakstīšanas PDF ir papildināts; paraksts aptver iepriekšējo redakciju.',
    () => 'The PDF was added to after signing; the signature covers the earlier revision.',
  ),
  partlyAndBeside: say(
    'look',
    (files) => `PDF pēc parakstīšanas ir papildināts, un blakus ir neparakstītas datnes: ${files}.`,
    (files) => `The PDF was added to after signing, and there are unsigned files beside it: ${files}.`,
  ),
  unsignedBeside: say(
    'look',
    (files) => `Šīs datnes nav parakstītas: ${files}. Ja tās ir dokumenta daļa, lūdziet parakstīt visu kopā.`,
    (files) =>
      `These files are not signed: ${files}. If they are part of the document, ask to sign everything together.`,
  ),
  readable: say(
    'yes',
    () => 'Datņu formāti ir lasāmi.',
    () => 'The formats of the files are readable.',
  ),
  unreadable: say(
    'no',
    (files) =>
      `Ir datnes, kuras nevar izlasīt${files ? `: ${files}` : ''}. Lūdziet atsūtīt PDF vai citā izplatītā formātā.`,
    (files) => `Some files cannot be read${files ? `: ${files}` : ''}. Ask for PDF or another common format.`,
  ),
  acceptable: say(
    'yes',
    () => 'Reģistrējiet kā elektroniski parakstītu dokumentu.',
    () => 'Register it as an electronically signed document.',
  ),
  withoutQualified: say(
    'look',
    () =>
      'Kā pašrocīgu to pieņem tikai tad, ja tā rakstveidā vienojušās puses vai to atļauj likums; citādi lūdziet parakstīt ar eParaksts vai eID karti.',
    () =>
      'It counts as handwritten only by written agreement of the parties or where the law allows; otherwise ask for a signature by eParaksts or an eID card.',
  ),
  undecided: say(
    'look',
    () => 'Vēl nav izšķirams. Rīkojieties, kā ieteikts; līdz tam neuzskatiet par parakstītu.',
    () => 'Not decided yet. Do as advised; until then do not take it as signed.',
  ),
  asUnsigned: say(
    'no',
    () =>
      'Uzskatāms par neparakstītu: lūdziet atsūtīt derīgi parakstītu dokumentu; neparakstītu iesniegumu var atstāt bez izskatīšanas (Iesniegumu likuma 7. pants). Pārskatu saglabājiet.',
    () =>
      'Counts as unsigned: ask for a validly signed document; an unsigned submission may be left without review (Law on Submissions, section 7). Keep the report.',
  ),
};
