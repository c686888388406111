/** What happened: one row of the journal. `subjectId` is the document's id wherever there is one. */
export interface Fact {
  readonly type: string;
  readonly subjectId: string;
  readonly data: object;
}

/** A declared kind of fact: calling it makes the fact, `type` names it for subscribers. */
export interface FactKind<Data extends object> {
  (subjectId: string, data: Data): Fact;
  readonly type: string;
}

const declared = new Map<string, { lv: string; en: string }>();

/**
 * Declares a kind of fact with the sentence by which people see it on a document's path:
 * `const letterSent = fact<{ channel: string }>('letter.sent', { lv: 'Nosūtīts', en: 'Sent' })`.
 * Data holds ids and names of changed fields, never personal data.
 */
export function fact<Data extends object>(type: string, text: { lv: string; en: string }): FactKind<Data> {
  declared.set(type, text);
  return Object.assign((subjectId: string, data: Data) => ({ type, subjectId, data }), { type });
}

/** The texts of every declared kind of fact, for path, audit trail and tests of completeness. */
export const factTexts: ReadonlyMap<string, { lv: string; en: string }> = declared;
