import { defineProblems } from '#kernel';

export const problems = defineProblems({
  noSuchIndicator: { status: 404, lv: 'Šāda rādītāja nav.', en: 'There is no such indicator.' },
});
