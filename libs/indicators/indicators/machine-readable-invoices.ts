import { documentRegistered } from '#documents/facts';
import { invoiceEntered } from '#invoices/facts';
import { factsOf, pointOf, registeredDocument } from '../document-facts.ts';
import { defineIndicator } from '../indicator.ts';

export const machineReadableInvoices = defineIndicator({
  code: 'P4',
  name: { lv: 'Mašīnlasāmu rēķinu īpatsvars', en: 'Share of machine-readable invoices' },
  formula: {
    lv: 'Saņemtie strukturētie rēķini (EN 16931: UBL vai CII, arī PDF ar iekļautu XML) / visi reģistrētie saņemtie rēķini.',
    en: 'Structured invoices received (EN 16931: UBL or CII, also PDF with embedded XML) / all registered received invoices.',
  },
  unit: 'share',
  on: [documentRegistered.type, invoiceEntered.type],
  async measure(tx, documentId) {
    const document = await registeredDocument(tx, documentId);
    const entered = (await factsOf(tx, documentId, [invoiceEntered.type])).at(-1);
    if (!document || !entered) return [];
    const isReadable = entered.data['isMachineReadable'] === true;
    return [
      {
        ...pointOf(document),
        value: isReadable ? 'counted' : 'excluded',
        reason: isReadable ? 'machine-readable' : 'not-machine-readable',
      },
    ];
  },
});
