export * from './calendar.ts';
export { fact, factTexts, textOfFact, type Fact, type FactKind } from './fact.ts';
export { latvianAmount, sum, type Amount } from './money.ts';
export { defineProblems, knownProblems, Problem, problems } from './problem.ts';
export type { Locale, Text } from './text.ts';
export { SYSTEM_PERSON, systemActor, type Actor, type Grant, type Tx } from './tx.ts';
export { v7 } from './uuid.ts';
