import type { Text } from '#kernel';

/** Why a thing counts or does not, in words. */
export const REASONS: Record<string, Text> = {
  'qualified-signature': {
    lv: 'Derīgs kvalificēts elektroniskais paraksts',
    en: 'Valid qualified electronic signature',
  },
  'demonstration-signature': {
    lv: 'Demonstrācijas paraksts (tikai demonstrācijā ieskaitīts kā kvalificēts)',
    en: 'Demonstration signature (counted as qualified in the demonstration only)',
  },
  'trusted-channel': {
    lv: 'Kanāls, kas apliecina sūtītāju (e-adrese vai Latvija.lv)',
    en: 'A channel that proves the sender (e-address or Latvija.lv)',
  },
  'electronic-route': {
    lv: 'Sagatavots, saskaņots un parakstīts sistēmā',
    en: 'Drafted, approved and signed in the system',
  },
  electronic: { lv: 'Veikts elektroniski', en: 'Done electronically' },
  'machine-readable': { lv: 'Strukturēts rēķins atbilstoši EN 16931', en: 'Structured invoice by EN 16931' },
  'in-time': { lv: 'Atbildēts termiņā', en: 'Answered in time' },
  answered: { lv: 'Atbildēts', en: 'Answered' },
  'acknowledged-in-time': { lv: 'Iepazinies termiņā', en: 'Acquainted in time' },
  trained: { lv: 'Apmācīts IKT prasmēs šajā gadā', en: 'Trained in ICT skills this year' },
  assessed: { lv: 'IKT prasmes novērtētas šajā gadā', en: 'ICT skills assessed this year' },
  paper: { lv: 'Papīra dokuments', en: 'Paper document' },
  hybrid: { lv: 'Hibrīddokuments: oriģināls ir papīrā', en: 'Hybrid document: the original is on paper' },
  'not-signed': {
    lv: 'Nav elektroniskā paraksta un kanāls neapliecina sūtītāju',
    en: 'No electronic signature, and the channel does not prove the sender',
  },
  'signature-not-valid': { lv: 'Elektroniskais paraksts nav derīgs', en: 'The electronic signature is not valid' },
  'signature-not-checked': {
    lv: 'Elektroniskā paraksta derīgums vēl nav noteikts',
    en: 'The validity of the signature is not known yet',
  },
  'signature-not-qualified': {
    lv: 'Elektroniskais paraksts nav kvalificēts',
    en: 'The electronic signature is not a qualified one',
  },
  'no-electronic-route': { lv: 'Nav saskaņots un parakstīts sistēmā', en: 'Not approved and signed in the system' },
  'sent-on-paper': { lv: 'Nosūtīts papīrā', en: 'Sent on paper' },
  'not-machine-readable': {
    lv: 'Rēķins nav mašīnlasāms (PDF, attēls)',
    en: 'The invoice is not machine-readable (PDF, image)',
  },
  late: { lv: 'Atbildēts pēc termiņa', en: 'Answered late' },
  overdue: { lv: 'Termiņš pagājis, atbildes nav', en: 'Overdue and not answered' },
  'acknowledged-late': { lv: 'Iepazinies pēc termiņa', en: 'Acquainted late' },
  'not-acknowledged': { lv: 'Termiņš pagājis, nav iepazinies', en: 'Overdue and not acquainted' },
};

/** A reason in words; an unknown code of the past stands for itself. */
export const reasonText = (code: string): Text => REASONS[code] ?? { lv: code, en: code };
