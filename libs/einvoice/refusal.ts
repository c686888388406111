/** The file cannot be read as an invoice; the reason is for the sender, in Latvian and English. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly lv: string,
    readonly en: string,
  ) {
    super(en);
    this.name = 'Refusal';
  }
}

export interface Reason {
  code: string;
  lv: string;
  en: string;
}

export const reasonOf = ({ code, lv, en }: Refusal): Reason => ({ code, lv, en });
