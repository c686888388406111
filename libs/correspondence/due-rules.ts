import {
  addDays,
  addMonths,
  addWorkingDays,
  onWorkingDay,
  type CalendarExceptions,
  type Day,
  type Text,
} from '#kernel';

/** A statutory term with the days on which it is law. Figures live here, dated, and nowhere in code. */
export interface DueRule {
  readonly id: string;
  /** What documents' kinds refer to (`dueRule`). */
  readonly of: string;
  readonly validFrom: Day;
  readonly validTo?: Day;
  readonly term: { workingDays: number } | { months: number } | { days: number };
  readonly basis: Text;
}

/** Terms by date of receipt; the transition of 2026-03-01 goes by the day of receipt (unverified transitional rule). */
export const DUE_RULES: readonly DueRule[] = [
  {
    id: 'IES_10WD',
    of: 'submission',
    validFrom: '2026-03-01',
    term: { workingDays: 10 },
    basis: {
      lv: 'Iesniegumu likums: 10 darba dienas no saņemšanas',
      en: 'Law on Submissions: 10 working days from receipt',
    },
  },
  {
    id: 'IES_OLD',
    of: 'submission',
    validFrom: '2008-01-01',
    validTo: '2026-02-28',
    term: { months: 1 },
    basis: {
      lv: 'Iesniegumu likums (redakcija līdz 28.02.2026.): viens mēnesis',
      en: 'Law on Submissions (until 28.02.2026): one month',
    },
  },
  {
    id: 'APL_1M',
    of: 'administrative-act',
    validFrom: '2004-02-01',
    term: { months: 1 },
    basis: { lv: 'Administratīvā procesa likums: viens mēnesis', en: 'Administrative Procedure Law: one month' },
  },
  {
    id: 'IAL_15D',
    of: 'information-request',
    validFrom: '1998-11-20',
    term: { days: 15 },
    basis: { lv: 'Informācijas atklātības likums: 15 dienas', en: 'Freedom of Information Law: 15 days' },
  },
  {
    id: 'DEP_REQ',
    of: 'councillors-request',
    validFrom: '2000-01-01',
    term: { days: 10 },
    basis: { lv: 'Deputāta statusa likums: 10 dienas', en: 'Law on the Status of Councillors: 10 days' },
  },
  {
    id: 'LETTER_1M',
    of: 'letter',
    validFrom: '2000-01-01',
    term: { months: 1 },
    basis: {
      lv: 'Iestādes kārtība: viens mēnesis, ja vēstulē nav cita termiņa',
      en: 'House rule: one month unless the letter says otherwise',
    },
  },
];

export interface ProposedTerm {
  readonly dueOn: Day;
  readonly rule: string;
  readonly basis: Text;
}

/** The due date of what was received on a day: the day itself is not counted, a term ending on a free day ends on the next working day. */
export function proposeTerm(
  dueRule: string | undefined,
  receivedOn: Day,
  exceptions?: CalendarExceptions,
): ProposedTerm | null {
  const rule = DUE_RULES.find(
    ({ of, validFrom, validTo = '9999-12-31' }) => of === dueRule && receivedOn >= validFrom && receivedOn <= validTo,
  );
  if (!rule) return null;
  return {
    dueOn: onWorkingDay(termEnd(rule.term, receivedOn, exceptions), exceptions),
    rule: rule.id,
    basis: rule.basis,
  };
}

function termEnd(term: DueRule['term'], from: Day, exceptions?: CalendarExceptions): Day {
  if ('workingDays' in term) return addWorkingDays(from, term.workingDays, exceptions);
  return 'months' in term ? addMonths(from, term.months) : addDays(from, term.days);
}
