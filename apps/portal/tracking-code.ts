/** A code as people type it (small letters, spaces, no dashes) in the form in which it is kept; undefined when it cannot be one. */
export function normalCode(typed: string): string | undefined {
  const plain = typed.toUpperCase().replace(/[\s-–—]/g, '');
  if (!/^[2-9A-HJ-NP-Z]{12}$/.test(plain)) return undefined;
  return plain.replace(/(.{4})(?=.)/g, '$1-');
}
