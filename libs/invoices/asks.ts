import type { TaskKind } from '#approval';
import type { RoleName } from '#organisation';
import type { InvoiceState } from './contract.ts';

/** What an invoice waits for: the task by which somebody is asked, and the role that is asked. */
export interface Ask {
  readonly kind: TaskKind;
  readonly text: string;
  /** Absent: people named on the invoice (approvals). */
  readonly role?: RoleName;
}

/** By state; `amount` is asked besides the receiver where the sum is above a limit. */
export const ASKS = {
  registered: { kind: 'execute', text: 'Apstiprināt preces vai pakalpojuma saņemšanu' },
  amount: { kind: 'execute', text: 'Apstiprināt rēķinu, kura summa pārsniedz limitu' },
  approved: { kind: 'execute', text: 'Kontēt rēķinu', role: 'accountant' },
  coded: { kind: 'control', text: 'Veikt finanšu kontroli', role: 'chief-accountant' },
  controlled: { kind: 'control', text: 'Nodot rēķinu apmaksai', role: 'director' },
  'for-payment': { kind: 'execute', text: 'Apmaksāt rēķinu un atzīmēt samaksu', role: 'accountant' },
} satisfies Partial<Record<InvoiceState | 'amount', Ask>>;

/** What is asked in a state; nothing once the invoice has reached its end. */
export const askIn = (state: InvoiceState): Ask | undefined => (ASKS as Partial<Record<InvoiceState, Ask>>)[state];
