import type { Syntax } from '../model/parse-invoice.ts';
import { type Element, placeOf } from '../xml/element.ts';
import type { Document } from './document.ts';
import type { Finding } from './finding.ts';
import { branchesOf } from './path.ts';
import type { PlaceDefinition, Places } from './place-definition.ts';
import { NotComputable, Place } from './place.ts';
import { type Rule, type Test, forSyntax } from './rule.ts';

/** The rules of one syntax, gathered by the place where they are judged, ready to run. */
export interface Plan {
  syntax: Syntax;
  stations: Station[];
}

interface Station {
  matches: (document: Document) => Iterable<Element>;
  terms: PlaceDefinition['terms'];
  checks: Check[];
}

interface Check extends Pick<Finding, 'rule' | 'severity' | 'message'> {
  holds: Test;
}

export function plan(syntax: Syntax, places: Places, rules: readonly Rule[]): Plan {
  const stations = new Map<string, Station>();
  for (const rule of rules) {
    const at = forSyntax(rule.at, syntax);
    const holds = forSyntax(rule.holds, syntax);
    const severity = forSyntax(rule.severity, syntax);
    const definition = at === undefined ? undefined : places[at];
    if (at === undefined || !holds || !severity) continue;
    if (!definition) throw new Error(`${rule.id}: no place called ${at} in ${syntax}`);
    const station = stations.get(at) ?? { matches: matcher(definition), terms: definition.terms, checks: [] };
    stations.set(at, station);
    station.checks.push({ rule: rule.id, severity, holds, message: { lv: rule.lv, en: rule.en } });
  }
  return { syntax, stations: [...stations.values()] };
}

export function run({ stations }: Plan, document: Document, findings: Finding[]): void {
  for (const { matches, terms, checks } of stations) {
    for (const element of matches(document)) {
      const place = new Place(element, document, terms);
      let location: string | undefined;
      for (const { holds, ...finding } of checks) {
        if (!judged(holds, place)) findings.push({ ...finding, location: (location ??= placeOf(element)) });
      }
    }
  }
}

/** A rule that would compute with a value that is no number or date stays silent: the data-type check has spoken. */
function judged(holds: Test, place: Place): boolean {
  try {
    return holds(place);
  } catch (error) {
    if (error instanceof NotComputable) return true;
    throw error;
  }
}

function matcher({ at, when }: PlaceDefinition): Station['matches'] {
  if (at === '/') return ({ root }) => (when && !when(root) ? [] : [root]);
  const branches = branchesOf(at);
  return function* (document) {
    for (const { start, steps } of branches) {
      for (const element of document.every(steps.at(-1)!.name)) {
        if (fits(element, steps, start === 'root') && (!when || when(element))) yield element;
      }
    }
  };
}

function fits(element: Element, steps: ReturnType<typeof branchesOf>[number]['steps'], fromRoot: boolean): boolean {
  let at: Element | null = element;
  for (let index = steps.length - 1; index >= 0; index--) {
    const { name, holds } = steps[index]!;
    if (at?.name !== name || (holds && !holds(at))) return false;
    at = at.parent;
  }
  return !fromRoot || (at !== null && at.parent === null);
}
