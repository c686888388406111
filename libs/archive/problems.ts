import { defineProblems } from '#kernel';

export const problems = defineProblems({
  caseNotOpen: { status: 409, lv: 'Lieta vairs nav atvērta.', en: 'The case is not open any more.' },
  caseNotClosed: { status: 409, lv: 'Lieta nav slēgta.', en: 'The case is not closed.' },
  caseHasUnfinishedDocuments: {
    status: 409,
    lv: 'Lietā ir dokumenti, kuru darbs nav pabeigts. Pabeidziet tos vai pārvietojiet uz citu lietu.',
    en: 'The case has documents whose work is not finished. Finish them or move them to another case.',
  },
  closingDayWrong: {
    status: 422,
    lv: 'Slēgšanas diena nevar būt nākotnē vai pirms pēdējā lietā iekļautā dokumenta.',
    en: 'The day of closing cannot be in the future or before the last document filed in the case.',
  },
  birthDayNeeded: {
    status: 422,
    lv: 'Glabāšanas termiņu skaita no dzimšanas: norādiet dzimšanas dienu.',
    en: 'The term runs from birth: give the day of birth.',
  },
});
