import type { Locale, Text } from '#kernel';

/** The portal's own words: plain language for people who do not work here. */
const TEXTS = {
  portal: { lv: 'Pašvaldības publiskais portāls', en: 'Public portal of the municipality' },
  skip: { lv: 'Pāriet uz saturu', en: 'Skip to content' },
  menu: { lv: 'Galvenā izvēlne', en: 'Main menu' },
  language: { lv: 'Valoda', en: 'Language' },
  track: { lv: 'Mana iesnieguma gaita', en: 'Track my application' },
  decisions: { lv: 'Domes lēmumi', en: 'Council decisions' },
  contact: { lv: 'Saziņa', en: 'Contact' },
  trackIntro: {
    lv: 'Ievadiet izsekošanas kodu, ko saņēmāt, kad iesniegums tika reģistrēts. Redzēsiet, kas ar to jau izdarīts un kas vēl priekšā.',
    en: 'Enter the tracking code that you were given when your application was registered. You will see what has been done and what comes next.',
  },
  code: { lv: 'Izsekošanas kods', en: 'Tracking code' },
  codeHint: {
    lv: '12 burti un cipari, piemēram, 7KQ2-M9XA-4TRW',
    en: '12 letters and digits, for example 7KQ2-M9XA-4TRW',
  },
  show: { lv: 'Rādīt gaitu', en: 'Show the path' },
  privacy: {
    lv: 'Šeit nav redzami ne vārdi, ne dokumentu saturs. Kodu zināt tikai Jūs un pašvaldība.',
    en: 'Neither names nor contents are shown here. Only you and the municipality know the code.',
  },
  noSuchCode: {
    lv: 'Šāda koda nav. Pārbaudiet, vai tas ievadīts pareizi: kodā nav ciparu 0 un 1 un burtu I un O.',
    en: 'There is no such code. Check that it is entered correctly: codes have no digits 0 and 1 and no letters I and O.',
  },
  tooMany: {
    lv: 'No Jūsu tīkla ievadīts pārāk daudz nepareizu kodu. Mēģiniet vēlreiz pēc 10 minūtēm vai zvaniet mums.',
    en: 'Too many wrong codes came from your network. Try again in 10 minutes, or call us.',
  },
  errorPrefix: { lv: 'Kļūda: ', en: 'Error: ' },
  application: { lv: 'Iesniegums', en: 'Application' },
  registered: { lv: 'Reģistrēts', en: 'Registered' },
  due: { lv: 'Atbilde jāsniedz līdz', en: 'To be answered by' },
  withUnit: { lv: 'Izskata', en: 'Handled by' },
  stateNow: { lv: 'Pašlaik', en: 'Now' },
  path: { lv: 'Gaita', en: 'Path' },
  reply: { lv: 'Atbilde', en: 'Reply' },
  waiting: { lv: 'Gaida nākamo soli', en: 'Waiting for the next step' },
  another: { lv: 'Meklēt citu kodu', en: 'Look for another code' },
  noDecisions: { lv: 'Vēl nav publicētu lēmumu.', en: 'No decisions have been published yet.' },
  number: { lv: 'Numurs', en: 'Number' },
  title: { lv: 'Nosaukums', en: 'Title' },
  adopted: { lv: 'Pieņemts', en: 'Adopted' },
  published: { lv: 'Publicēts', en: 'Published' },
  address: { lv: 'Adrese', en: 'Address' },
  phone: { lv: 'Tālrunis', en: 'Telephone' },
  email: { lv: 'E-pasts', en: 'E-mail' },
  eAddress: { lv: 'Oficiālā e-adrese', en: 'Official e-address' },
  registrationNumber: { lv: 'Reģistrācijas numurs', en: 'Registration number' },
  notFound: { lv: 'Lapa nav atrasta', en: 'Page not found' },
  notFoundText: {
    lv: 'Šādas lapas portālā nav. Sāciet no sākumlapas.',
    en: 'The portal has no such page. Begin at the start page.',
  },
  failed: { lv: 'Pašlaik neizdevās', en: 'This did not work just now' },
  failedText: {
    lv: 'Sistēmā radās kļūda, un tā ir pierakstīta. Mēģiniet pēc brīža vēlreiz vai sazinieties ar mums.',
    en: 'The system made an error, and it was recorded. Try again in a moment, or contact us.',
  },
  start: { lv: 'Uz sākumlapu', en: 'To the start page' },
} satisfies Record<string, Text>;

export type TextName = keyof typeof TEXTS;

export const texts =
  (locale: Locale) =>
  (name: TextName): string =>
    TEXTS[name][locale];

/** What happened, said to the applicant; the types are those that the database lets out (portal_path). */
export const STEPS: Record<string, Text> = {
  'document.registered': { lv: 'Reģistrēts', en: 'Registered' },
  'letter.sent-for-resolution': { lv: 'Nodots vadītājam izlemšanai', en: 'Passed to the head for a decision' },
  'letter.resolved': { lv: 'Uzdots atbildīgajam darbiniekam', en: 'Given to the responsible employee' },
  'reply.drafted': { lv: 'Sagatavots projekts', en: 'Drafted' },
  'route.started': { lv: 'Projekts nodots saskaņošanai', en: 'Draft sent for approval' },
  'step.completed': { lv: 'Saskaņots', en: 'Approved' },
  'step.refused': { lv: 'Atgriezts labošanai', en: 'Returned for corrections' },
  'document.signed': { lv: 'Parakstīts', en: 'Signed' },
  'route.completed': { lv: 'Saskaņošana un parakstīšana pabeigta', en: 'Approval and signing completed' },
  'reply.registered': { lv: 'Piešķirts numurs', en: 'Numbered' },
  'letter.sent': { lv: 'Nosūtīta', en: 'Sent' },
  'dispatch.delivered': { lv: 'Piegādāta', en: 'Delivered' },
  'letter.answered': { lv: 'Atbildēts', en: 'Answered' },
  'letter.closed': { lv: 'Izskatīts, atbilde nav nepieciešama', en: 'Dealt with; no reply is needed' },
};

/** States of an incoming document, said to the applicant. */
export const STATES: Record<string, Text> = {
  registered: { lv: 'Reģistrēts, tiks nodots izskatīšanai', en: 'Registered, to be passed on' },
  'in-resolution': { lv: 'Vadītājs lemj, kurš to izskatīs', en: 'The head decides who will handle it' },
  'in-execution': { lv: 'Tiek izskatīts, top atbilde', en: 'Being handled; a reply is being prepared' },
  answered: { lv: 'Atbildēts', en: 'Answered' },
  done: { lv: 'Izskatīts', en: 'Dealt with' },
  cancelled: { lv: 'Reģistrācija anulēta', en: 'Registration cancelled' },
};
