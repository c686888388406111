import type { Syntax } from '../model/parse-invoice.ts';
import { type Element, placeOf } from '../xml/element.ts';
import type { Condition } from './conditions.ts';
import type { Document } from './document.ts';
import type { Finding } from './finding.ts';
import { type Branch, branchesOf } from './path.ts';
import type { Places } from './place-definition.ts';
import { CompiledTerms, NotComputable, Place } from './place.ts';
import { nameRepeated } from './repeated.ts';
import { type Rule, type Test, forSyntax } from './rule.ts';

/** The rules of one syntax, gathered by the place where they are judged and by the name of its element. */
export interface Plan {
  syntax: Syntax;
  stations: Map<string, Station[]>;
}

/** One kind of place with its rules. */
interface Station {
  fits: (element: Element) => boolean;
  terms: CompiledTerms;
  checks: Check[];
}

interface Check extends Pick<Finding, 'rule' | 'severity' | 'message'> {
  holds: Test;
}

export function plan(syntax: Syntax, places: Places, rules: readonly Rule[]): Plan {
  const checks = new Map<string, Check[]>();
  for (const rule of rules) {
    const at = forSyntax(rule.at, syntax);
    const holds = forSyntax(rule.holds, syntax);
    const severity = forSyntax(rule.severity, syntax);
    if (at === undefined || !holds || !severity) continue;
    if (!places[at]) throw new Error(`${rule.id}: no place called ${at} in ${syntax}`);
    const here = checks.get(at) ?? [];
    here.push({ rule: rule.id, severity, holds, message: { lv: rule.lv, en: rule.en } });
    checks.set(at, here);
  }
  const stations = new Map<string, Station[]>();
  for (const [at, here] of checks) {
    const { at: pattern, when, terms } = places[at]!;
    const compiled = new CompiledTerms(terms);
    for (const branch of branchesOf(pattern)) {
      const name = branch.steps.at(-1)?.name ?? root;
      const known = stations.get(name) ?? [];
      known.push({ fits: fitting(branch, when), terms: compiled, checks: here });
      stations.set(name, known);
    }
  }
  return { syntax, stations };
}

/** Stands for the root, whatever it is called. */
const root = '/';

export function run({ stations }: Plan, document: Document, findings: Finding[]): void {
  for (const station of stations.get(root) ?? []) judge(station, document.root, document, findings);
  for (const [name, elements] of document.tree.named) {
    const here = stations.get(name);
    if (!here) continue;
    for (const station of here) for (const element of elements) judge(station, element, document, findings);
  }
}

function judge({ fits, terms, checks }: Station, element: Element, document: Document, findings: Finding[]): void {
  if (!fits(element)) return;
  const place = new Place(element, document, terms);
  for (const { rule, severity, message, holds } of checks) {
    if (!held(holds, place, findings)) findings.push({ rule, severity, message, location: placeOf(element) });
  }
}

/**
 * A rule that would compute with a value that is no number or date stays silent: the data-type check has spoken. Where it
 * would read two values as one, that is said here.
 */
function held(holds: Test, place: Place, findings: Finding[]): boolean {
  try {
    return holds(place);
  } catch (error) {
    if (!(error instanceof NotComputable)) throw error;
    if (error.repeated) nameRepeated(error.repeated, place.document, findings);
    return true;
  }
}

function fitting({ steps, start }: Branch, when: Condition | undefined): Station['fits'] {
  const fromRoot = start === 'root';
  const own = steps.at(-1);
  if (!own) return when ?? (() => true);
  // Stations are found by the name of their last step, so it is known to fit.
  if (steps.length === 1 && !fromRoot && !own.holds) return when ?? (() => true);
  return (element) => {
    let at = element.parent;
    for (let index = steps.length - 2; index >= 0; index--) {
      const { name, holds } = steps[index]!;
      if (at?.name !== name || (holds && !holds(at))) return false;
      at = at.parent;
    }
    if (fromRoot && (at === null || at.parent !== null)) return false;
    // Last, since a look at the names above costs less than one at what is inside.
    return (!own.holds || own.holds(element)) && (!when || when(element));
  };
}
