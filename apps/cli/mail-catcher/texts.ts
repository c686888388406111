export type Language = 'lv' | 'en';

const lv = {
  title: 'Nosūtītais pasts',
  about: 'Demonstrācijā e-pasts netiek sūtīts tālāk: viss, ko Aprite izsūta, paliek šeit.',
  none: 'Vēl nekas nav nosūtīts.',
  time: 'Laiks',
  from: 'No',
  to: 'Kam',
  subject: 'Temats',
  attachments: 'Pielikumi',
  noSubject: '(bez temata)',
  back: 'Visas vēstules',
  source: 'Lejupielādēt kā .eml',
  text: 'Teksts',
  noText: '(bez teksta)',
  missing: 'Tādas vēstules nav.',
  other: 'English',
};

const en: typeof lv = {
  title: 'Mail that was sent',
  about: 'In the demonstration no mail leaves this machine: everything Aprite sends stays here.',
  none: 'Nothing was sent yet.',
  time: 'Time',
  from: 'From',
  to: 'To',
  subject: 'Subject',
  attachments: 'Attachments',
  noSubject: '(no subject)',
  back: 'All mails',
  source: 'Download as .eml',
  text: 'Text',
  noText: '(no text)',
  missing: 'There is no such mail.',
  other: 'Latviski',
};

export const texts: Record<Language, typeof lv> = { lv, en };
