import type { SubIndication } from './indication.ts';

/**
 * What a finding means: how it weighs on the verdict, which indication of EN 319 102-1 it stands for, and the sentence
 * a clerk reads in Latvian and English.
 */
export type Meaning = readonly [weight: Weight, sub: SubIndication | null, lv: string, en: string];
export type Weight = 'reject' | 'indeterminate' | 'warn';
