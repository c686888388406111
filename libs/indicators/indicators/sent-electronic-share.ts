import { letterSent } from '#correspondence/facts';
import { documentRegistered, fileAdded, fileReplaced } from '#documents/facts';
import { dispatchDelivered, dispatchSent } from '#exchange/facts';
import { signaturesChecked } from '#signing/facts';
import { pointOf, registeredDocument } from '../document-facts.ts';
import { electronicVerdict } from '../electronic.ts';
import { defineIndicator } from '../indicator.ts';

export const sentElectronicShare = defineIndicator({
  code: 'P3b',
  name: { lv: 'Elektronisko dokumentu īpatsvars nosūtītajos', en: 'Share of electronic documents among sent' },
  formula: {
    lv: 'Nosūtītie elektroniskie dokumenti / visi periodā reģistrētie nosūtītie dokumenti (vēstules un izziņas).',
    en: 'Electronic documents sent / all documents (letters and statements) registered as sent in the period.',
  },
  unit: 'share',
  on: [
    documentRegistered.type,
    letterSent.type,
    dispatchSent.type,
    dispatchDelivered.type,
    fileAdded.type,
    fileReplaced.type,
    signaturesChecked.type,
  ],
  async measure(tx, documentId) {
    const document = await registeredDocument(tx, documentId);
    if (!document || document.direction !== 'outgoing') return [];
    return [{ ...pointOf(document), ...(await electronicVerdict(tx, document)) }];
  },
});
