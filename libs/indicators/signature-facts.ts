/** Facts after which a document's signatures may be judged differently. */
export const SIGNATURE_FACTS: readonly string[] = ['document.signed', 'signatures.checked'];
