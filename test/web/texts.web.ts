import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { createServer } from 'vite';
import { projectRoot } from '../../apps/cli/project-root.ts';

interface Texts {
  lv: Record<string, string>;
  en: Record<string, string>;
}

const src = join(projectRoot, 'apps/web/src');

/** Texts are declared on import; `shared/text.ts` knows them all afterwards. */
async function declaredTexts(): Promise<[room: string, Texts][]> {
  const files = [
    ...globSync('*/texts.ts', { cwd: src }),
    ...globSync('shared/{words,signature-report}.{ts,tsx}', { cwd: src }),
  ];
  const configFile = join(src, '../vite.config.ts');
  const vite = await createServer({ configFile, appType: 'custom', server: { middlewareMode: true, ws: false } });
  try {
    for (const file of files) await vite.ssrLoadModule(join(src, file));
    const { declaredTexts: declared } = await vite.ssrLoadModule(join(src, 'shared/text.ts'));
    return [...(declared as Map<string, Texts>)];
  } finally {
    await vite.close();
  }
}

const stem = (key: string) => key.replace(/_(zero|one|other)$/, '');
const stems = (texts: Record<string, string>) => [...new Set(Object.keys(texts).map(stem))].toSorted();
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => String(name)).toSorted();

let rooms: [string, Texts][];
beforeAll(async () => {
  rooms = await declaredTexts();
}, 120_000);

test('every text of the staff application is in Latvian and in English', () => {
  expect(rooms.length).toBeGreaterThan(8);
  for (const [room, { lv, en }] of rooms) {
    expect({ room, keys: stems(en) }).toEqual({ room, keys: stems(lv) });
    const empty = [...Object.entries(lv), ...Object.entries(en)].filter(([, text]) => !text.trim());
    expect({ room, empty }).toEqual({ room, empty: [] });
  }
});

test('counted texts have all forms of their language', () => {
  for (const [room, { lv, en }] of rooms) {
    const counted = [
      ...new Set(
        Object.keys(lv)
          .filter((key) => /_(zero|one|other)$/.test(key))
          .map(stem),
      ),
    ];
    const missing = counted.flatMap((key) => [
      ...['zero', 'one', 'other'].map((form) => `${key}_${form}`).filter((form) => !(form in lv)),
      ...['one', 'other'].map((form) => `${key}_${form}`).filter((form) => !(form in en)),
    ]);
    expect({ room, missing }).toEqual({ room, missing: [] });
  }
});

test('both languages put the same values into a text', () => {
  for (const [room, { lv, en }] of rooms) {
    const different = Object.keys(lv).filter(
      (key) => key in en && String(placeholders(lv[key]!)) !== String(placeholders(en[key]!)),
    );
    expect({ room, different }).toEqual({ room, different: [] });
  }
});

test('a room that has pages has its texts', () => {
  const withPages = globSync('*/*-page.tsx', { cwd: src }).map((file) => file.split('/')[0]!);
  expect([...new Set(withPages)].filter((room) => !existsSync(join(src, room, 'texts.ts')))).toEqual([]);
});
