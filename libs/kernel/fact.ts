import type { Text } from './text.ts';

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

/** How people see a kind of fact; a minor one is told in the list of all acts but not drawn on the path. */
export interface FactText extends Text {
  readonly isMinor?: true;
  /** Where the sentence depends on `data.act`: approved, signed, read. */
  readonly byAct?: Readonly<Record<string, FactText>>;
}

const declared = new Map<string, FactText>();

/**
 * Declares a kind of fact with the sentence by which people see it on a document's path:
 * `const letterSent = fact<{ channel: string }>('letter.sent', { lv: 'Nosūtīts', en: 'Sent' })`.
 * Data holds ids and names of changed fields, never personal data.
 */
export function fact<Data extends object>(type: string, text: FactText): FactKind<Data> {
  declared.set(type, text);
  return Object.assign((subjectId: string, data: Data) => ({ type, subjectId, data }), { type });
}

/** The texts of every declared kind of fact, for path, audit trail and tests of completeness. */
export const factTexts: ReadonlyMap<string, FactText> = declared;

/** The sentence by which people see one fact. */
export function textOfFact(type: string, data: object): FactText {
  const text = declared.get(type) ?? { lv: type, en: type };
  return ('act' in data && text.byAct?.[String(data.act)]) || text;
}
