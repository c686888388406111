import { defineKind } from '#documents';
import { composeLetter, composeStatement } from './compose-letter.ts';

const incoming = { direction: 'incoming', route: [] } as const;
const outgoing = { direction: 'outgoing', route: ['approve', 'sign'], isDiscardable: true } as const;

export const incomingLetter = defineKind({
  name: 'letter',
  lv: 'Vēstule',
  en: 'Letter',
  group: 'correspondence',
  register: 'SD',
  caseIndex: '1-9',
  dueRule: 'letter',
  ...incoming,
});
export const submission = defineKind({
  name: 'submission',
  lv: 'Iesniegums',
  en: 'Submission',
  group: 'submission',
  register: 'FI',
  caseIndex: '1-13',
  dueRule: 'submission',
  ...incoming,
});
export const complaint = defineKind({
  name: 'complaint',
  lv: 'Sūdzība',
  en: 'Complaint',
  group: 'submission',
  register: 'KI',
  caseIndex: '1-14',
  dueRule: 'submission',
  ...incoming,
});
export const informationRequest = defineKind({
  name: 'information-request',
  lv: 'Informācijas pieprasījums',
  en: 'Information request',
  group: 'submission',
  register: 'IP',
  caseIndex: '1-15',
  dueRule: 'information-request',
  ...incoming,
});
export const serviceApplication = defineKind({
  name: 'application',
  lv: 'Iesniegums administratīvā akta izdošanai',
  en: 'Application for an administrative act',
  group: 'submission',
  register: 'FI',
  caseIndex: '1-13',
  dueRule: 'administrative-act',
  ...incoming,
});
export const councillorsRequest = defineKind({
  name: 'councillors-request',
  lv: 'Deputāta pieprasījums',
  en: 'Councillor’s request',
  group: 'submission',
  register: 'DN',
  caseIndex: '1-17',
  dueRule: 'councillors-request',
  ...incoming,
});
export const outgoingLetter = defineKind({
  name: 'outgoing-letter',
  lv: 'Nosūtāmā vēstule',
  en: 'Outgoing letter',
  group: 'correspondence',
  register: 'ND',
  caseIndex: '1-9',
  ...outgoing,
  compose: composeLetter,
});
/** A fact that the institution states in writing at somebody's request (Cabinet regulation 558: documents that record facts). */
export const statement = defineKind({
  name: 'statement',
  lv: 'Izziņa',
  en: 'Statement',
  group: 'fact',
  register: 'IZ',
  caseIndex: '1-12',
  ...outgoing,
  compose: composeStatement,
});

/** What is drafted here, signed and sent. */
export const OUTGOING = [outgoingLetter, statement];

/** The kinds a clerk registers as incoming correspondence. */
export const INCOMING = [
  incomingLetter,
  submission,
  complaint,
  informationRequest,
  serviceApplication,
  councillorsRequest,
];
