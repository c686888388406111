import { holidays, isWorkingDay, addDays, type CalendarExceptions, type Day, type Text } from '#kernel';

/** How the days of a leave are counted. */
export type Counting = 'calendar' | 'calendar-without-holidays' | 'working';

/** What the law says of a kind of leave from a day on; a later rule ends the earlier one. */
export interface LeaveRule {
  readonly from: Day;
  readonly counting: Counting;
  /** Days for a working year; null where the law names no number. */
  readonly yearlyDays: number | null;
  /** One part of the year's leave may not be shorter. */
  readonly longestPartAtLeast?: number;
  /** Where it stands and what it says. */
  readonly basis: string;
  /** "Pamatojoties uz …": the accusative, as orders cite it. */
  readonly citation: string;
}

/** A kind of leave: `accrues` has a ledger of granted and taken days, the others a yearly limit. */
export interface LeaveKind extends Text {
  readonly name: string;
  /** Code of the order by which it is given (order-kinds.ts). */
  readonly orderKind: string;
  /** "Piešķirt …": the accusative, as orders write it. */
  readonly accusative: string;
  readonly accrues: boolean;
  readonly rules: readonly LeaveRule[];
}

const LABOUR_LAW = '2002-06-01';

/**
 * The kinds of leave, as dated configuration (Darba likums, 35. nodaļa; Valsts un pašvaldību institūciju amatpersonu un darbinieku
 * atlīdzības likums). A change of law is one more rule with its first day.
 */
export const LEAVE_KINDS: readonly LeaveKind[] = [
  {
    name: 'annual',
    lv: 'Ikgadējais apmaksātais atvaļinājums',
    en: 'Annual paid leave',
    accusative: 'ikgadējo apmaksāto atvaļinājumu',
    orderKind: 'HR-04',
    accrues: true,
    rules: [
      {
        from: LABOUR_LAW,
        counting: 'calendar-without-holidays',
        yearlyDays: 28,
        longestPartAtLeast: 14,
        basis:
          'Darba likuma 149. pants: četras kalendāra nedēļas, neskaitot svētku dienas; viena daļa ne īsāka par divām nedēļām',
        citation: 'Darba likuma 149. pantu',
      },
    ],
  },
  {
    name: 'additional',
    lv: 'Apmaksātais papildatvaļinājums',
    en: 'Additional paid leave',
    accusative: 'apmaksāto papildatvaļinājumu',
    orderKind: 'HR-05',
    accrues: true,
    rules: [
      {
        from: '2010-01-01',
        counting: 'working',
        yearlyDays: 5,
        basis: 'Atlīdzības likums: līdz 10 darba dienām; šajā pašvaldībā – 5 darba dienas',
        citation: 'Valsts un pašvaldību institūciju amatpersonu un darbinieku atlīdzības likumu',
      },
    ],
  },
  {
    name: 'additional-children',
    lv: 'Papildatvaļinājums darbiniekam, kura aprūpē ir bērni',
    en: 'Additional leave for parents',
    accusative: 'apmaksāto papildatvaļinājumu bērnu aprūpei',
    orderKind: 'HR-05',
    accrues: true,
    rules: [
      {
        from: LABOUR_LAW,
        counting: 'working',
        yearlyDays: 3,
        basis: 'Darba likuma 151. pants',
        citation: 'Darba likuma 151. pantu',
      },
    ],
  },
  {
    name: 'study',
    lv: 'Mācību atvaļinājums',
    en: 'Study leave',
    accusative: 'mācību atvaļinājumu',
    orderKind: 'HR-06',
    accrues: false,
    rules: [
      {
        from: LABOUR_LAW,
        counting: 'working',
        yearlyDays: 20,
        basis: 'Darba likuma 157. pants: līdz 20 darba dienām gadā',
        citation: 'Darba likuma 157. pantu',
      },
    ],
  },
  {
    name: 'unpaid',
    lv: 'Atvaļinājums bez darba samaksas saglabāšanas',
    en: 'Unpaid leave',
    accusative: 'atvaļinājumu bez darba samaksas saglabāšanas',
    orderKind: 'HR-07',
    accrues: false,
    rules: [
      {
        from: LABOUR_LAW,
        counting: 'calendar',
        yearlyDays: null,
        basis: 'Darba likuma 153. pants',
        citation: 'Darba likuma 153. pantu',
      },
    ],
  },
  {
    name: 'paternity',
    lv: 'Atvaļinājums bērna tēvam',
    en: 'Paternity leave',
    accusative: 'atvaļinājumu bērna tēvam',
    orderKind: 'HR-08',
    accrues: false,
    rules: [
      {
        from: LABOUR_LAW,
        counting: 'calendar',
        yearlyDays: 10,
        basis: 'Darba likuma 155. pants (redakcijā līdz 31.07.2022.)',
        citation: 'Darba likuma 155. pantu',
      },
      {
        from: '2022-08-01',
        counting: 'working',
        yearlyDays: 10,
        basis: 'Darba likuma 155. panta pirmā daļa: 10 darba dienas',
        citation: 'Darba likuma 155. panta pirmo daļu',
      },
    ],
  },
  {
    name: 'carer',
    lv: 'Aprūpētāja atvaļinājums',
    en: 'Carer’s leave',
    accusative: 'aprūpētāja atvaļinājumu',
    orderKind: 'HR-08',
    accrues: false,
    rules: [
      {
        from: '2022-08-01',
        counting: 'working',
        yearlyDays: 5,
        basis: 'Darba likums (aprūpētāja atvaļinājums): līdz 5 darba dienām gadā',
        citation: 'Darba likumu',
      },
    ],
  },
];

/** A kind by its name; undefined for a name nobody declared. */
export const leaveKindOf = (name: string): LeaveKind | undefined => LEAVE_KINDS.find((kind) => kind.name === name);

/** The rule in force on a day: that of the leave's first day decides. Undefined before the kind existed. */
export const ruleOn = (kind: LeaveKind, day: Day): LeaveRule | undefined =>
  kind.rules.filter(({ from }) => from <= day).at(-1);

/** The public holidays from one day to another, both included. */
export function holidaysBetween(from: Day, to: Day): Day[] {
  const found: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (holidays(Number(day.slice(0, 4))).has(day)) found.push(day);
  }
  return found;
}

/** How many days of leave lie from one day to another, both included, by the rule's way of counting. */
export function countDays(counting: Counting, from: Day, to: Day, exceptions?: CalendarExceptions): number {
  let days = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const counts =
      counting === 'calendar' ||
      (counting === 'working' ? isWorkingDay(day, exceptions) : !holidays(Number(day.slice(0, 4))).has(day));
    if (counts) days += 1;
  }
  return days;
}
