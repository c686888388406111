import { latvianTime } from '#kernel';
import type { ItemView, Outcome, VotePurpose, VoteView } from '../contract.ts';

/** 'plkst. 10.02' with a space that does not break. */
export const clock = (at: Date | string): string => `plkst.\u00a0${latvianTime(new Date(at))}`;

export const capital = (text: string): string => (text ? text[0]!.toLocaleUpperCase('lv') + text.slice(1) : text);

/**
 * An office as it stands inside a sentence: 'Izpilddirektors' → 'izpilddirektors'; an office that begins with the proper name of a unit
 * or a place keeps its capital ('Attīstības nodaļas vadītāja').
 */
export const office = (title: string): string =>
  /^\S+(?: (?:un|ģimenes|sabiedrisko|darba) \S+| \S+)? (?:nodaļas|dienesta|pagasta|novada|centra|pārvaldes|komisijas|komitejas|skolas)(?= |$)/u.test(
    title,
  )
    ? title
    : title && title[0]!.toLocaleLowerCase('lv') + title.slice(1);

/** 'izpilddirektors Jānis Ozols', or the name alone. */
export const withOffice = (title: string | null, name: string | null): string =>
  [office(title ?? ''), name].filter(Boolean).join(' ');

/** The ending of an office that agrees with a Latvian given name: 'vadītāj' + 'a' for Dace, + 's' for Jānis. */
export const ending = (name: string): 'a' | 's' => (/[ae]$/u.test(name.split(' ')[0] ?? '') ? 'a' : 's');

/** A text that ends as a sentence. */
export const sentence = (text: string): string => (/[.!?…]$/u.test(text.trim()) ? text.trim() : `${text.trim()}.`);

/** A title in quotation marks; quotes within it become the inner ones. */
export const quoted = (title: string): string => `„${title.replace(/[„“]/gu, '‚').replace(/[”"]/gu, '’')}”`;

/** The person's words after the name: 'Anna Liepa – teksts', or the name alone. */
export const said = (speaker: string, text: string): string => (text.trim() ? `${speaker} – ${text.trim()}` : speaker);

export const VOTE_LABEL: Record<VotePurpose, string> = {
  agenda: 'balsojums par darba kārtību',
  'off-agenda': 'balsojums par papildjautājuma iekļaušanu darba kārtībā',
  'closed-part': 'balsojums par sēdes slēgtās daļas noteikšanu',
  proposal: 'balsojums par priekšlikumu',
  postponement: 'balsojums par jautājuma izskatīšanas atlikšanu',
  decision: 'balsojums',
};

const VERDICT: Record<Exclude<VotePurpose, 'decision'>, [adopted: string, rejected: string]> = {
  agenda: ['Darba kārtība apstiprināta.', 'Darba kārtība nav apstiprināta.'],
  'off-agenda': ['Jautājums iekļauts darba kārtībā.', 'Jautājums darba kārtībā nav iekļauts.'],
  'closed-part': ['Noteikta sēdes slēgtā daļa.', 'Slēgtā daļa nav noteikta.'],
  proposal: ['Priekšlikums pieņemts.', 'Priekšlikums noraidīts.'],
  postponement: ['Jautājuma izskatīšana atlikta.', 'Priekšlikums atlikt jautājumu noraidīts.'],
};

/** The result in one sentence; for the matter itself it is told by the resolution. */
export function verdictText({ purpose, verdict }: Pick<VoteView, 'purpose' | 'verdict'>): string {
  if (verdict === 'tie') return 'Balsis sadalījušās vienādi.';
  if (purpose === 'decision' || verdict === null) return '';
  return VERDICT[purpose][verdict === 'adopted' ? 0 : 1];
}

/** Which majority was needed, when it was not the usual one. */
export function majorityText({ rule, seats }: Pick<VoteView, 'rule' | 'seats'>): string {
  if (rule === 'ABSOLUTE_ELECTED') {
    return `nepieciešams visu ievēlēto deputātu balsu vairākums (vismaz ${Math.floor(seats / 2) + 1} no ${seats})`;
  }
  if (rule === 'TWO_THIRDS_PRESENT') return 'nepieciešamas vismaz divas trešdaļas klātesošo deputātu balsu';
  return '';
}

/** What the council resolved; the decision itself is named by number and title. */
export function councilResolution(outcome: Outcome, { title, decision }: Pick<ItemView, 'title' | 'decision'>): string {
  switch (outcome) {
    case 'adopted':
      return decision ? `pieņemt lēmumu Nr.\u00a0${decision.number} ${quoted(title)}.` : 'lēmumu pieņemt.';
    case 'rejected':
      return 'lēmuma projektu noraidīt.';
    case 'postponed':
      return 'jautājuma izskatīšanu atlikt.';
    case 'noted':
      return 'pieņemt informāciju zināšanai.';
    case 'withdrawn':
      return 'izņemt jautājumu no darba kārtības.';
  }
}

/** What a committee resolved about a draft decision. */
export function committeeResolution(outcome: Outcome): string {
  switch (outcome) {
    case 'adopted':
      return 'atbalstīt lēmuma projektu un virzīt to izskatīšanai domes sēdē.';
    case 'rejected':
      return 'lēmuma projektu neatbalstīt.';
    case 'postponed':
      return 'jautājuma izskatīšanu atlikt.';
    case 'noted':
      return 'virzīt lēmuma projektu izskatīšanai domes sēdē bez atzinuma.';
    case 'withdrawn':
      return 'atgriezt lēmuma projektu iesniedzējam.';
  }
}
