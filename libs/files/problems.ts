import { defineProblems } from '#kernel';

export const problems = defineProblems({
  nothingReceived: { status: 422, lv: 'Nav pievienota neviena datne.', en: 'No file came with the request.' },
  fileOverLimit: {
    status: 413,
    lv: 'Datne pārsniedz atļauto lielumu. Sadaliet to, samaziniet skenējuma izšķirtspēju vai lūdziet iestādes administratoram mainīt ierobežojumu.',
    en: 'The file is over the permitted size. Split it, scan at a lower resolution, or ask the administrator to change the limit.',
  },
  tooManyFiles: {
    status: 413,
    lv: 'Vienā reizē pievienots par daudz datņu. Pievienojiet tās pa daļām.',
    en: 'Too many files at once. Add them in several goes.',
  },
  uploadBroken: {
    status: 400,
    lv: 'Datņu augšupielāde pārtrūka vai nav saprotama. Mēģiniet vēlreiz.',
    en: 'The upload broke off or cannot be understood. Please try again.',
  },
});
