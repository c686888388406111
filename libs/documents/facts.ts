import { fact } from '#kernel';

export const documentRegistered = fact<{ register: string; number: string }>('document.registered', {
  lv: 'Reģistrēts',
  en: 'Registered',
});
export const numberReserved = fact<{ register: string; number: string }>('number.reserved', {
  lv: 'Rezervēts numurs',
  en: 'Number reserved',
});
export const documentOpened = fact<object>('document.opened', { lv: 'Atvērts', en: 'Opened' });
export const restrictedFileRead = fact<{ fileId: string }>('file.read', { lv: 'Atvērta datne', en: 'File read' });
export const documentFiled = fact<{ caseId: string }>('document.filed', {
  lv: 'Iekļauts lietā',
  en: 'Filed in its case',
});
export const fileAdded = fact<{ fileId: string; sha256: string; role: string }>('file.added', {
  lv: 'Pievienota datne',
  en: 'File added',
  isMinor: true,
});
export const fileReplaced = fact<{ fileId: string; sha256: string; previous: string }>('file.replaced', {
  lv: 'Datne aizstāta',
  en: 'File replaced',
  isMinor: true,
});
export const fileRemoved = fact<{ fileId: string; sha256: string }>('file.removed', {
  lv: 'Noņemts pielikums',
  en: 'Attachment taken off',
  isMinor: true,
});
export const registerExported = fact<{ rows: number; format: string }>('register.exported', {
  lv: 'Lejupielādēts reģistra izraksts',
  en: 'Register exported',
});
export const draftDiscarded = fact<object>('draft.discarded', {
  lv: 'Projekts atmests',
  en: 'Draft discarded',
  isMinor: true,
});
export const draftRestored = fact<object>('draft.restored', {
  lv: 'Projekts atjaunots',
  en: 'Draft restored',
  isMinor: true,
});
export const restrictionSet = fact<{ until: string | null }>('restriction.set', {
  lv: 'Noteikta ierobežota pieejamība',
  en: 'Restriction set',
});
export const detailsChanged = fact<{ fields: string[] }>('document.changed', {
  lv: 'Mainīti dati',
  en: 'Details changed',
  isMinor: true,
});

/** A room asks for a letter about the document; the clerks' room drafts it (table letter_request). */
export const letterAsked = fact<{ requestId: string }>('letter.asked', {
  lv: 'Lūgts sagatavot vēstuli',
  en: 'A letter was asked for',
  isMinor: true,
});
