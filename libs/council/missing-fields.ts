import type { MissingField } from './contract.ts';

/** What of a draft decision must be filled before it may stand on the council's agenda. */
export interface MandatoryFields {
  readonly decisionKind: string;
  readonly reporterId: string | null;
  readonly committees: number;
  readonly summary: string;
  readonly legalBasis: string;
  readonly funding: string;
  readonly executorId: string | null;
  readonly dueOn: string | null;
  readonly controllerId: string | null;
  readonly points: readonly string[];
}

/**
 * The mandatory fields that are empty: target committees, summary, legal norms, source of funding ("nav" where the budget is not
 * touched), executor, term and controller, besides reporter and text. A matter for information needs no decision, so no executor.
 */
export function missingFields(draft: MandatoryFields): MissingField[] {
  const isInformation = draft.decisionKind === 'information';
  const missing: (MissingField | false)[] = [
    !draft.reporterId && 'reporter',
    !draft.committees && 'committees',
    !draft.summary && 'summary',
    !draft.legalBasis && !isInformation && 'legalBasis',
    !draft.funding && !isInformation && 'funding',
    !draft.executorId && !isInformation && 'executor',
    !draft.dueOn && !isInformation && 'dueOn',
    !draft.controllerId && !isInformation && 'controller',
    !draft.points.length && !isInformation && 'points',
  ];
  return missing.filter((field): field is MissingField => field !== false);
}
