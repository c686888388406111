import { fact } from '#kernel';

export const indicatorRebuilt = fact<{ indicator: string; subjects: number }>('indicator.rebuilt', {
  lv: 'Rādītājs pārrēķināts no žurnāla',
  en: 'Indicator rebuilt from the journal',
});
