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
export const restrictionSet = fact<{ until: string | null }>('restriction.set', {
  lv: 'Noteikta ierobežota pieejamība',
  en: 'Restriction set',
});
export const detailsChanged = fact<{ fields: string[] }>('document.changed', {
  lv: 'Mainīti dati',
  en: 'Details changed',
  isMinor: true,
});
