export { approveInvoice } from './commands/approve-invoice.ts';
export { codeInvoice } from './commands/code-invoice.ts';
export { confirmAccount } from './commands/confirm-account.ts';
export { controlInvoice } from './commands/control-invoice.ts';
export { registerInvoice } from './commands/register-invoice.ts';
export { rejectInvoice } from './commands/reject-invoice.ts';
export { markPaid, releaseInvoice } from './commands/release-invoice.ts';
export { InvoicesModule } from './invoices.module.ts';
export { invoiceKind } from './kinds.ts';
