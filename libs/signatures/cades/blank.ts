import { noEvidence, type Examined } from '../judge/examined.ts';

/** A CAdES signature of which nothing is known yet. */
export const blankCades = (): Examined => ({
  format: 'CAdES',
  name: null,
  findings: [],
  timestamps: [],
  evidence: noEvidence(),
  ownEvidence: false,
  algorithms: [],
  digest: null,
  signature: null,
  coversWholeDocument: true,
  signedFiles: [],
  legacy: false,
  ocspAfterTimestamp: false,
});
