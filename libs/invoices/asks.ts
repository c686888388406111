import type { TaskKind } from '#approval';
import type { RoleName } from '#organisation';
import type { InvoiceState } from './contract.ts';

/** What an invoice waits for in a state: the task by which somebody is asked, and the role that is asked. */
export interface Ask {
  readonly kind: TaskKind;
  readonly text: string;
  /** Absent: the receiver, who is named when the invoice is registered. */
  readonly role?: RoleName;
}

export const ASKS: Partial<Record<InvoiceState, Ask>> = {
  registered: { kind: 'execute', text: 'Apstiprināt preces vai pakalpojuma saņemšanu' },
  approved: { kind: 'execute', text: 'Kontēt rēķinu', role: 'accountant' },
  coded: { kind: 'control', text: 'Veikt finanšu kontroli', role: 'chief-accountant' },
  controlled: { kind: 'control', text: 'Nodot rēķinu apmaksai', role: 'director' },
  'for-payment': { kind: 'execute', text: 'Apmaksāt rēķinu un atzīmēt samaksu', role: 'accountant' },
};
