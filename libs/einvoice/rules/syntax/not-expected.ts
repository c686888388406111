import { type Element, placeOf } from '../../xml/element.ts';
import type { Document } from '../document.ts';
import type { Finding, Severity } from '../finding.ts';
import { path } from '../path.ts';

/** A rule that an element or attribute must not be there. It fires once for a place, however often the thing occurs. */
export interface NotExpected {
  id: string;
  path: string;
  severity: Severity;
}

export function parseLine(line: string): NotExpected {
  const [, id, path, fatal] = /^(\S+) (.+?)( fatal)?$/.exec(line)!;
  return { id: id!, path: path!, severity: fatal ? 'fatal' : 'warning' };
}

/** The rules of one place as a tree of names, so that all of them cost one walk over what is there. */
export class Forbidden {
  private readonly top = new Branch();
  private readonly anywhere: NotExpected[] = [];
  private readonly attributes: NotExpected[] = [];
  private readonly order = new Map<NotExpected, number>();

  constructor(rules: readonly NotExpected[], lineNames: readonly string[] = []) {
    for (const [at, rule] of rules.entries()) {
      this.order.set(rule, at);
      if (rule.path.startsWith('//@')) this.attributes.push(rule);
      else if (rule.path.startsWith('//')) this.anywhere.push(rule);
      else if (rule.path.startsWith('line/')) {
        for (const name of lineNames) this.top.add(`${name}${rule.path.slice(4)}`, rule);
      } else this.top.add(rule.path, rule);
    }
  }

  check(element: Element, document: Document, findings: Finding[]): void {
    const met = new Map<NotExpected, Element>();
    this.top.walk(element, document, met);
    for (const rule of this.anywhere) {
      const found = path(rule.path);
      const [first] = found.elements(element, document);
      if (first && found.values(element, document).length > 0) met.set(rule, first);
    }
    for (const rule of this.attributes) {
      if (document.tree.attributes.has(rule.path.slice(3))) met.set(rule, element);
    }
    const inOrder = [...met].toSorted(([one], [other]) => this.order.get(one)! - this.order.get(other)!);
    for (const [rule, at] of inOrder) {
      findings.push({ rule: rule.id, severity: rule.severity, message: messageOf(rule), location: placeOf(at) });
    }
  }
}

const messageOf = ({ path }: NotExpected): Finding['message'] => ({
  lv: `EN 16931 rēķinā nav paredzēts: ${path}.`,
  en: `Not part of an EN 16931 invoice: ${path}.`,
});

class Branch {
  private readonly children = new Map<string, Branch>();
  private readonly attributes = new Map<string, NotExpected[]>();
  private readonly ends: NotExpected[] = [];

  add(path: string, rule: NotExpected): void {
    const [name, ...rest] = path.split('/');
    if (name!.startsWith('@')) {
      const key = name!.slice(1);
      this.attributes.set(key, [...(this.attributes.get(key) ?? []), rule]);
      return;
    }
    let child = this.children.get(name!);
    if (!child) this.children.set(name!, (child = new Branch()));
    if (rest.length === 0) child.ends.push(rule);
    else child.add(rest.join('/'), rule);
  }

  walk(element: Element, document: Document, met: Map<NotExpected, Element>): void {
    for (const rule of this.ends) if (!met.has(rule)) met.set(rule, element);
    if (this.attributes.size > 0 && element.attributes) {
      for (const name in element.attributes) {
        for (const rule of this.attributes.get(name) ?? []) if (!met.has(rule)) met.set(rule, element);
      }
    }
    if (this.children.size === 0) return;
    document.pay(element.children.length);
    for (const child of element.children) this.children.get(child.name)?.walk(child, document, met);
  }
}
