import { documentRegistered } from '#documents/facts';
import { factsOf, pointOf, registeredDocument } from '../document-facts.ts';
import { defineIndicator } from '../indicator.ts';

const RECOGNISED = 'invoice.recognised';

export const machineReadableInvoices = defineIndicator({
  code: 'P4',
  name: { lv: 'Mašīnlasāmu rēķinu īpatsvars', en: 'Share of machine-readable invoices' },
  formula: {
    lv: 'Saņemtie strukturētie rēķini (EN 16931: UBL vai CII, arī PDF ar iekļautu XML) / visi reģistrētie saņemtie rēķini.',
    en: 'Structured invoices received (EN 16931: UBL or CII, also PDF with embedded XML) / all registered received invoices.',
  },
  unit: 'share',
  on: [documentRegistered.type, RECOGNISED],
  async measure(tx, documentId) {
    const document = await registeredDocument(tx, documentId);
    const recognised = (await factsOf(tx, documentId, [RECOGNISED])).at(-1);
    if (!document || !recognised) return [];
    const isReadable = recognised.data['isMachineReadable'] === true;
    return [
      {
        ...pointOf(document),
        value: isReadable ? 'counted' : 'excluded',
        reason: isReadable ? 'machine-readable' : 'not-machine-readable',
      },
    ];
  },
});
