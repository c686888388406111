/** Fills the tokens of a register's pattern except `{n}`, the running number, which the database fills: '{idx}/{yy}/{n}-S'. */
export const formatNumber = (pattern: string, tokens: Record<string, string>): string =>
  pattern.replace(/\{(\w+)\}/g, (token, name: string) => (name === 'n' ? token : (tokens[name] ?? token)));
