import { seedCorrespondence } from '../../apps/cli/seed/correspondence.ts';
import { inBrowser, isLoaded, seriousFaults } from './support/browser.ts';

/** Every page that one reaches without opening something first, and who opens it. */
const PAGES: [username: string, path: string][] = [
  ['lietvede', '/'],
  ['lietvede', '/intake'],
  ['lietvede', '/intake?new=1'],
  ['lietvede', '/documents'],
  ['lietvede', '/documents/new'],
  ['lietvede', '/documents/drafts'],
  ['lietvede', '/notifications'],
  ['lietvede', '/approvals'],
  ['lietvede', '/search'],
  ['lietvede', '/search?q=apgaismojums'],
  ['lietvede', '/nav-tadas-lapas'],
  ['sekretare', '/sittings'],
  ['personals', '/personnel'],
  ['galvena', '/invoices'],
  ['galvena', '/contracts'],
  ['arhivare', '/archive'],
  ['koordinators', '/indicators'],
  ['admins', '/administration'],
  ['admins', '/administration?part=units'],
  ['admins', '/administration/people/new'],
  ['admins', '/administration/units/new'],
  ['admins', '/administration/signing'],
  ['admins', '/administration/trust'],
  ['admins', '/administration/keys'],
  ['auditors', '/administration/journal'],
];

const PLACES = [
  '',
  '?place=files',
  '?place=work',
  '?place=route',
  '?place=links',
  '?place=path',
  '?do=why',
  '?do=file',
  '?do=restrict',
];

inBrowser('accessibility', (staff) => {
  beforeAll(async () => {
    await seedCorrespondence(staff().house);
    await staff().house.settle();
  }, 300_000);

  test('the sign-in page has no serious fault', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await staff().open({ colorScheme });
      await page.goto('/');
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect({ colorScheme, faults: await seriousFaults(page) }).toEqual({ colorScheme, faults: [] });
    }
  }, 120_000);

  test.each(['light', 'dark'] as const)(
    'no page has a serious fault (%s)',
    async (colorScheme) => {
      const found: Record<string, string[]> = {};
      for (const username of new Set(PAGES.map(([name]) => name))) {
        const page = await staff().as(username, { colorScheme });
        for (const [, path] of PAGES.filter(([name]) => name === username)) {
          await page.goto(path);
          await isLoaded(page);
          const faults = await seriousFaults(page);
          if (faults.length) found[path] = faults;
        }
        await page.context().close();
      }
      expect(found).toEqual({});
    },
    300_000,
  );

  test('a person’s page and the choice of a password have no serious fault', async () => {
    const page = await staff().as('admins');
    const [person] = (await (await page.request.get('/api/accounts')).json()) as { id: string }[];
    await page.goto(`/administration/people/${person!.id}`);
    await isLoaded(page);
    expect(await seriousFaults(page)).toEqual([]);
    const nobody = await staff().open();
    await nobody.goto('/choose-password#x');
    await isLoaded(nobody);
    expect(await seriousFaults(nobody)).toEqual([]);
  }, 120_000);

  test('no place of a document’s card and no act’s dialog has a serious fault', async () => {
    const found: Record<string, string[]> = {};
    const page = await staff().as('lietvede');
    const list = (await (await page.request.get('/api/documents')).json()) as { rows: { id: string; state: string }[] };
    // One document of each state: what can be done with it differs.
    const ids = [...new Map(list.rows.map(({ id, state }) => [state, id])).values()].slice(0, 3);
    expect(ids.length).toBeGreaterThan(1);
    for (const id of ids) {
      for (const place of PLACES) {
        await page.goto(`/documents/${id}${place}`);
        await isLoaded(page);
        if (place.startsWith('?do')) await page.getByRole('dialog').waitFor();
        const faults = await seriousFaults(page);
        if (faults.length) found[`${id}${place}`] = faults;
      }
    }
    expect(found).toEqual({});
  }, 300_000);
});
