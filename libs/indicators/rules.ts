import type { Day } from '#kernel';

/** What counts as an electronic document, from a day on. */
interface ElectronicRule {
  readonly from: Day;
  /** Channels that prove the sender, so that no signature is needed. */
  readonly channels: readonly string[];
  /** Qualifications of signatures that count (Regulation (EU) 910/2014, articles 25 and 35). */
  readonly qualifications: readonly string[];
  readonly basis: string;
}

/** The index's questionnaire does not define it; the law that gives a document force without paper does. */
const ELECTRONIC: readonly ElectronicRule[] = [
  {
    from: '2000-01-01',
    channels: ['latvija-lv'],
    qualifications: ['QESig', 'QESeal'],
    basis: 'Elektronisko dokumentu likums 3',
  },
  {
    // The official e-address came into force on 1 June 2018.
    from: '2018-06-01',
    channels: ['latvija-lv', 'e-address'],
    qualifications: ['QESig', 'QESeal'],
    basis: 'Elektronisko dokumentu likums 3; Oficiālās elektroniskās adreses likums; Iesniegumu likums 3',
  },
];

export const electronicRuleOn = (day: Day): ElectronicRule =>
  ELECTRONIC.findLast(({ from }) => from <= day) ?? ELECTRONIC[0]!;

/** Ways of sending that leave no paper. */
export const ELECTRONIC_CHANNELS: readonly string[] = ['email', 'e-address', 'latvija-lv', 'peppol', 'portal'];

/** Registers by the types of documents that the indicator of document circulation (P2) compares. */
export const CIRCULATION: Record<string, string> = {
  RP: 'orders',
  RK: 'orders',
  RA: 'orders',
  FI: 'submissions',
  KI: 'submissions',
  IP: 'submissions',
  DN: 'submissions',
  ND: 'outgoing',
  IZ: 'outgoing',
  ID: 'household',
  AK: 'household',
  LG: 'contracts',
  DL: 'council',
  SN: 'council',
  DP: 'council',
  KP: 'council',
};

/** Registers of personnel documents (P1). */
export const PERSONNEL_REGISTERS: readonly string[] = ['RK', 'RA', 'AI'];
