import { fact } from '#kernel';

export const leaveRequested = fact<object>('leave.requested', {
  lv: 'Iesniegts atvaļinājuma pieprasījums',
  en: 'Leave requested',
});
export const leaveWithdrawn = fact<object>('leave.withdrawn', {
  lv: 'Atvaļinājuma pieprasījums atsaukts',
  en: 'Leave request withdrawn',
});
export const orderDrafted = fact<{ orderKind: string; requestId: string | null }>('personnel-order.drafted', {
  lv: 'Sagatavots rīkojums',
  en: 'Order drafted',
});
export const orderExecuted = fact<{ orderKind: string }>('personnel-order.executed', {
  lv: 'Rīkojums stājies spēkā: uzskaite un aizvietošana veikta',
  en: 'Order in force: ledger and substitution done',
});
export const orderAnnulled = fact<{ reason: string }>('personnel-order.annulled', {
  lv: 'Rīkojums anulēts',
  en: 'Order annulled',
});
export const leaveGranted = fact<{ leaveKind: string; workingYear: number }>('leave.granted', {
  lv: 'Piešķirtas atvaļinājuma dienas',
  en: 'Leave days granted',
});
export const leaveCorrected = fact<{ leaveKind: string; workingYear: number }>('leave.corrected', {
  lv: 'Labota atvaļinājumu uzskaite',
  en: 'Leave ledger corrected',
});
export const acquaintanceSent = fact<{ acquaintanceId: string; personId: string; dueOn: string }>('acquaintance.sent', {
  lv: 'Nosūtīts iepazīšanai',
  en: 'Sent for acquaintance',
});
export const acquainted = fact<{ acquaintanceId: string; inTime: boolean }>('acquaintance.done', {
  lv: 'Iepazinies',
  en: 'Acquainted',
});
export const acquaintanceRefused = fact<{ acquaintanceId: string }>('acquaintance.refused', {
  lv: 'Atteicās iepazīties (sastādīts akts)',
  en: 'Refused to get acquainted (recorded by witnesses)',
});
export const announcementPublished = fact<{ people: number }>('announcement.published', {
  lv: 'Publicēts paziņojums darbiniekiem',
  en: 'Announcement published',
});
export const trainingRecorded = fact<{ personId: string; isIct: boolean; hours: string; toDay: string }>(
  'training.recorded',
  {
    lv: 'Reģistrēta apmācība',
    en: 'Training recorded',
  },
);
export const ictSkillsAssessed = fact<{ personId: string }>('ict-skills.assessed', {
  lv: 'Novērtētas IKT prasmes',
  en: 'ICT skills assessed',
});
export const birthDateSet = fact<object>('birth-date.set', {
  lv: 'Ierakstīts dzimšanas datums',
  en: 'Birth date entered',
});
export const birthDateRead = fact<object>('birth-date.read', { lv: 'Skatīts dzimšanas datums', en: 'Birth date read' });
