const collator = new Intl.Collator('lv');

export interface PersonName {
  readonly personId: string;
  readonly givenName: string;
  readonly familyName: string;
}

/** Alphabetical by surname, then given name, in Latvian order (ā beside a, č after c, ģ after g, y beside i …). */
export const byName = (one: PersonName, other: PersonName): number =>
  collator.compare(one.familyName, other.familyName) || collator.compare(one.givenName, other.givenName);

/** 'Anna Marija' → 'A. M.', 'Anna-Marija' → 'A.-M.', 'Dzintra' → 'Dz.', 'Džeina' → 'Dž.' */
export const initials = (givenName: string): string =>
  givenName
    .replace(/[^\s-]+/g, (name) => `${/^D[zž]/u.exec(name)?.[0] ?? name[0]!.toUpperCase()}.`)
    .replace(/\s+/g, ' ');

/**
 * How councillors are named in votes: initial and surname in the nominative; those whose short names would be the same get the whole
 * given name.
 */
export function shortNames(people: readonly PersonName[]): (personId: string) => string {
  const short = new Map(
    people.map((person) => [person.personId, `${initials(person.givenName)}\u00a0${person.familyName}`]),
  );
  const times = new Map<string, number>();
  for (const name of short.values()) times.set(name, (times.get(name) ?? 0) + 1);
  const names = people.map(({ personId, givenName, familyName }): [string, string] => {
    const name = short.get(personId)!;
    return [personId, times.get(name)! > 1 ? `${givenName}\u00a0${familyName}` : name];
  });
  const known = new Map(names);
  return (personId) => known.get(personId) ?? '';
}
