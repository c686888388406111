/** What happened to the reader's documents; filled when the notifications room opens its doors. */
export const Bell = () => null;
