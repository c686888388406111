import type { Verdict } from '../validation-contract.ts';

/** Words of the paper; it is in Latvian only, as all papers of the institution. */
export const VERDICTS: Record<Verdict, string> = {
  accept: 'Paraksts ir derīgs',
  indeterminate: 'Parakstu nevar pilnībā pārbaudīt',
  reject: 'Paraksts nav derīgs',
  'no-signature': 'Datnei nav elektroniskā paraksta',
  error: 'Paraksta pārbaude neizdevās',
};

/** A valid signature below the qualified level counts as handwritten only now and then, so the first line says so. */
export const VALID_BUT_NOT_QUALIFIED = 'Paraksts ir derīgs, bet nav kvalificēts';

export const INDICATIONS: Record<string, string> = {
  'TOTAL-PASSED': 'derīgs',
  INDETERMINATE: 'nav izšķirams',
  'TOTAL-FAILED': 'nav derīgs',
};

export const QUALIFICATIONS: Record<string, string> = {
  QESig: 'kvalificēts elektroniskais paraksts',
  QESeal: 'kvalificēts elektroniskais zīmogs',
  'AdESig-QC': 'uzlabots elektroniskais paraksts ar kvalificētu sertifikātu',
  'AdESeal-QC': 'uzlabots elektroniskais zīmogs ar kvalificētu sertifikātu',
  AdESig: 'uzlabots elektroniskais paraksts (kvalifikācija nav apliecināta)',
  AdESeal: 'uzlabots elektroniskais zīmogs (kvalifikācija nav apliecināta)',
  'N/A': 'nav nosakāms',
};

export const LEVELS: Record<string, string> = {
  B: 'līmenis B (bez laika zīmoga)',
  T: 'līmenis T (ar laika zīmogu)',
  LT: 'līmenis LT (ar ilgtermiņa pierādījumiem)',
  LTA: 'līmenis LTA (ar arhīva laika zīmogu)',
};

export const FORMATS: Record<string, string> = {
  PDF: 'PDF (PAdES, ETSI EN 319 142)',
  'ASiC-E': 'konteiners ASiC-E (ETSI EN 319 162)',
  'ASiC-S': 'konteiners ASiC-S (ETSI EN 319 162)',
  XAdES: 'atsevišķs paraksts XAdES (ETSI EN 319 132)',
  CAdES: 'atsevišķs paraksts CAdES (ETSI EN 319 122)',
};
