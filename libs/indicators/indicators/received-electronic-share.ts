import { letterEntered } from '#correspondence/facts';
import { documentRegistered, fileAdded, fileReplaced } from '#documents/facts';
import { signaturesChecked } from '#signing/facts';
import { isCorrespondence, pointOf, registeredDocument } from '../document-facts.ts';
import { electronicVerdict } from '../electronic.ts';
import { defineIndicator } from '../indicator.ts';

export const receivedElectronicShare = defineIndicator({
  code: 'P3a',
  name: { lv: 'Elektronisko dokumentu īpatsvars saņemtajos', en: 'Share of electronic documents among received' },
  formula: {
    lv: 'Saņemtie elektroniskie dokumenti / visi periodā reģistrētie saņemtie dokumenti (vēstules un iesniegumi).',
    en: 'Electronic documents received / all letters and submissions registered as received in the period.',
  },
  unit: 'share',
  on: [documentRegistered.type, letterEntered.type, fileAdded.type, fileReplaced.type, signaturesChecked.type],
  async measure(tx, documentId) {
    const document = await registeredDocument(tx, documentId);
    if (!document || document.direction !== 'incoming' || !isCorrespondence(document)) return [];
    return [{ ...pointOf(document), ...(await electronicVerdict(tx, document)) }];
  },
});
