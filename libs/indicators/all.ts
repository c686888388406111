import type { Indicator } from './indicator.ts';
import { answeredInTime } from './indicators/answered-in-time.ts';
import { documentCirculation } from './indicators/document-circulation.ts';
import { ictSkills } from './indicators/ict-skills.ts';
import { machineReadableInvoices } from './indicators/machine-readable-invoices.ts';
import { personnelElectronisation } from './indicators/personnel-electronisation.ts';
import { receivedElectronicShare } from './indicators/received-electronic-share.ts';
import { replyDays } from './indicators/reply-days.ts';
import { sentElectronicShare } from './indicators/sent-electronic-share.ts';
import { staffCommunication } from './indicators/staff-communication.ts';

/** Every indicator, in the order of the page; a new one is its file and its line here. */
export const INDICATORS: readonly Indicator[] = [
  personnelElectronisation,
  documentCirculation,
  receivedElectronicShare,
  sentElectronicShare,
  machineReadableInvoices,
  staffCommunication,
  ictSkills,
  answeredInTime,
  replyDays,
];

export const indicatorOf = (code: string): Indicator | undefined =>
  INDICATORS.find((indicator) => indicator.code === code);
