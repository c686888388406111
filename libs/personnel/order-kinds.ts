import type { Text } from '#kernel';

/** A kind of personnel order: where it is registered and filed, what it must say. */
export interface OrderKind extends Text {
  readonly code: string;
  /** RK orders on employment, RA orders on leave and trips. */
  readonly register: 'RK' | 'RA';
  readonly caseIndex: string;
  /** What the order must contain. */
  readonly requires: readonly string[];
  /** Name of the document kind by which the system writes it; absent: not written by the system yet. */
  readonly documentKind?: 'leave-order' | 'trip-order';
}

const order = (
  code: string,
  lv: string,
  en: string,
  place: readonly ['RK' | 'RA', string],
  requires: readonly string[],
  documentKind?: OrderKind['documentKind'],
): OrderKind => ({ code, lv, en, register: place[0], caseIndex: place[1], requires, documentKind });

const EMPLOYMENT = ['RK', '3-2'] as const;
const LEAVE = ['RA', '3-3'] as const;
const TRIP = ['RA', '3-4'] as const;

/** The personnel orders of a municipality; leave and trips are written by the system, the rest are declared for registers and lists. */
export const ORDER_KINDS: readonly OrderKind[] = [
  order('HR-01', 'Par pieņemšanu darbā', 'On employment', EMPLOYMENT, [
    'contract',
    'post',
    'unit',
    'salary',
    'start',
    'probation',
  ]),
  order('HR-02', 'Par darba līguma grozījumiem', 'On amending an employment contract', EMPLOYMENT, [
    'old',
    'new',
    'agreement',
  ]),
  order('HR-03', 'Par darba tiesisko attiecību izbeigšanu', 'On ending employment', EMPLOYMENT, [
    'ground',
    'last day',
    'unused leave',
  ]),
  order(
    'HR-04',
    'Par ikgadējo apmaksāto atvaļinājumu',
    'On annual paid leave',
    LEAVE,
    ['period', 'days', 'working year'],
    'leave-order',
  ),
  order('HR-05', 'Par papildatvaļinājumu', 'On additional leave', LEAVE, ['period', 'days', 'ground'], 'leave-order'),
  order('HR-06', 'Par mācību atvaļinājumu', 'On study leave', LEAVE, ['period', 'days', 'school'], 'leave-order'),
  order(
    'HR-07',
    'Par atvaļinājumu bez darba samaksas saglabāšanas',
    'On unpaid leave',
    LEAVE,
    ['period', 'days'],
    'leave-order',
  ),
  order('HR-08', 'Par ģimenes atvaļinājumu', 'On family leave', LEAVE, ['period', 'days', 'kind'], 'leave-order'),
  order(
    'HR-09',
    'Par komandējumu',
    'On a business trip',
    TRIP,
    ['place', 'aim', 'period', 'costs', 'report'],
    'trip-order',
  ),
  order('HR-10', 'Par prombūtni un aizvietošanu', 'On absence and substitution', LEAVE, [
    'period',
    'substitute',
    'supplement',
  ]),
  order('HR-11', 'Par piemaksu, prēmiju vai pabalstu', 'On supplements and benefits', EMPLOYMENT, [
    'amount',
    'period',
    'funding',
  ]),
  order('HR-12', 'Par mēnešalgas noteikšanu', 'On salary', EMPLOYMENT, ['family', 'level', 'category', 'amount']),
  order('HR-13', 'Par virsstundām un darbu svētku dienās', 'On overtime and work on holidays', EMPLOYMENT, [
    'hours',
    'supplement',
  ]),
  order('HR-14', 'Par disciplinārsodu', 'On a disciplinary penalty', EMPLOYMENT, ['breach', 'explanation', 'penalty']),
  order('HR-15', 'Par atstādināšanu no darba', 'On suspension', EMPLOYMENT, ['ground', 'term']),
  order('HR-16', 'Par pilnvarojumu un paraksta tiesībām', 'On authority to sign', EMPLOYMENT, ['scope', 'validity']),
  order('HR-17', 'Par amata apraksta apstiprināšanu', 'On a job description', EMPLOYMENT, ['version']),
  order('HR-18', 'Par materiālo atbildību', 'On liability for property', EMPLOYMENT, ['inventory']),
  order('HR-19', 'Par attālināto darbu', 'On remote work', EMPLOYMENT, ['address', 'costs']),
  order('HR-20', 'Par apmācībām un kvalifikāciju', 'On training', EMPLOYMENT, ['topic', 'hours', 'ICT']),
  order('HR-21', 'Par darba laika grafiku', 'On working time', EMPLOYMENT, ['schedule']),
  order('HR-22', 'Par obligāto veselības pārbaudi', 'On health checks', EMPLOYMENT, ['term']),
  order('HR-23', 'Par darba aizsardzības instruktāžu', 'On safety instruction', EMPLOYMENT, ['kind']),
  order('HR-24', 'Par valsts amatpersonas statusu', 'On public official status', EMPLOYMENT, ['post', 'date']),
  order('HR-25', 'Par personāla komisiju vai izmeklēšanu', 'On a personnel commission', EMPLOYMENT, [
    'members',
    'task',
  ]),
];

/** A kind of order by its code. @throws Error for a code nobody declared: that is a bug, not input */
export function orderKindOf(code: string): OrderKind {
  const kind = ORDER_KINDS.find((order) => order.code === code);
  if (!kind) throw new Error(`No order kind ${code}`);
  return kind;
}
