/** A row as the database gives it: instants are `Date` where the view has ISO text. */
export type Dated<View, Keys extends keyof View> = Omit<View, Keys> & {
  [Key in Keys]: null extends View[Key] ? Date | null : Date;
};

/** The named instants of a row as ISO text. */
export function isoOf<Row, Keys extends keyof Row & string>(
  row: Row,
  ...keys: Keys[]
): { [Key in Keys]: null extends Row[Key] ? string | null : string } {
  const at = (value: unknown) => (value instanceof Date ? value.toISOString() : null);
  return Object.fromEntries(keys.map((key) => [key, at(row[key])])) as {
    [Key in Keys]: null extends Row[Key] ? string | null : string;
  };
}
