import type { Text } from '#kernel';

/** What the bell says. */
export const TEXTS = {
  'task.resolve': { lv: 'Gaida Jūsu rezolūciju', en: 'Waits for your resolution' },
  'task.execute': { lv: 'Jums dots uzdevums', en: 'You were given a task' },
  'task.answer': { lv: 'Jums jāsagatavo atbilde', en: 'You have to prepare the reply' },
  'task.acquaint': { lv: 'Jums jāiepazīstas', en: 'You have to get acquainted' },
  'task.control': { lv: 'Jums uzticēta izpildes kontrole', en: 'You control that it is carried out' },
  'step.review': { lv: 'Gaida Jūsu izskatīšanu', en: 'Waits for your review' },
  'step.approve': { lv: 'Gaida Jūsu saskaņojumu', en: 'Waits for your approval' },
  'step.sign': { lv: 'Gaida Jūsu parakstu', en: 'Waits for your signature' },
  'step.acquaint': { lv: 'Jums jāiepazīstas', en: 'You have to get acquainted' },
  'step.refused': { lv: 'Jūsu dokuments atgriezts ar iebildumiem', en: 'Your document was returned with objections' },
  'dispatch.failed': { lv: 'Dokumentu neizdevās nosūtīt', en: 'The document could not be sent' },
  'due-soon': { lv: 'Tuvojas termiņš', en: 'Due soon' },
  'signing.means-ending': { lv: 'Beidzas zīmoga sertifikāts', en: 'The certificate of a seal ends' },
  'person.identifier-bound': {
    lv: 'Ar pirmo parakstu piesaistīts personas kods',
    en: 'A personal code was bound by the first signature',
  },
  overdue: { lv: 'Termiņš ir pagājis', en: 'Overdue' },
} satisfies Record<string, Text>;

export type NotificationType = keyof typeof TEXTS;

export const textOf = (type: string): Text => (TEXTS as Record<string, Text>)[type] ?? { lv: type, en: type };

export const isKnown = (type: string): type is NotificationType => type in TEXTS;

/** Where a notification leads that is about no document. */
const PAGES: Partial<Record<string, (matterId: string | null) => string>> = {
  'signing.means-ending': () => '/administration/signing',
  'person.identifier-bound': (personId) => `/administration/people/${personId}`,
};

/** The page of the application that a notification is about. */
export const pageOf = (type: string, documentId: string | null, matterId: string | null = null): string | null =>
  documentId ? `/documents/${documentId}` : (PAGES[type]?.(matterId) ?? null);
