import type { Rule } from '../rule.ts';
import { codeRules } from './code-rules.ts';
import { documentRules } from './document-rules.ts';
import { identifierRules } from './identifier-rules.ts';
import { lineRules } from './line-rules.ts';
import { moneyRules } from './money-rules.ts';

/** Peppol BIS Billing 3.0.19 without the rules of single countries (national/). */
export const peppolRules: Rule[] = [...documentRules, ...moneyRules, ...lineRules, ...codeRules, ...identifierRules];
