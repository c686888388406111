import { findReference } from './find-reference.ts';

test.each([
  ['Uz Jūsu vēstuli. 12.11.2026. Nr. 3-5/456', '3-5/456', '2026-11-12'],
  ['Rīgā, 1.9.2026., Nr.1-13/3979 Par ceļu', '1-13/3979', '2026-09-01'],
  ['Vēstule Nr. 1.2-3/26/15.', '1.2-3/26/15', null],
  ['31.02.2026. Nr. 7/1', '7/1', null],
  ['Par pāreju (Nr. 12-7/2026/88)\nLabdien!\n20.11.2026. Nr. 12-7/2026/88', '12-7/2026/88', '2026-11-20'],
  ['Nr.3-5/456 (2026. gada 12. novembris)', '3-5/456', '2026-11-12'],
  ['Rīgā, 2026. gada 3. jūlijā Nr. 3-5/456', '3-5/456', '2026-07-03'],
  ['Nr. 3-5/456\nSanāksme notiks 1.12.2026.', '3-5/456', null],
  ['Bez numura, tālr. 67000000', null, null],
])('%s', (text, number, date) => {
  expect(findReference(text)).toEqual({ number, date });
});
