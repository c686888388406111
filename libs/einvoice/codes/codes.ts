/** A code list, written as a block of codes with blanks between. */
export const codes = (block: string): ReadonlySet<string> => new Set(block.trim().split(/\s+/));
