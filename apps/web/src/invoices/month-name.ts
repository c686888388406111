/** '2026-11' as 11.2026. */
export const monthName = (month: string): string => `${month.slice(5)}.${month.slice(0, 4)}.`;
