import type { Severity } from '../finding.ts';
import { type Rule, rule } from '../rule.ts';
import { atMostOne } from '../tests.ts';

/** The rules of a table of things that may stand once at most. */
export const onceRules = (table: string, syntax: 'UBL' | 'CII'): Rule[] =>
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [id, at, path, lv, en, severity = 'fatal'] = line.split(' | ');
      return rule(
        id!,
        { [syntax]: at! },
        atMostOne(path!),
        `Drīkst būt tikai viens: ${lv}.`,
        `At most one is allowed: ${en}.`,
        severity as Severity,
      );
    });
