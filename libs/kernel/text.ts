/** A text for people in both languages of the product; Latvian is complete, English stands behind it. */
export interface Text {
  readonly lv: string;
  readonly en: string;
}

export type Locale = keyof Text;
