import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { holds, print, type Figure } from './figures.ts';
import { openGround, type Ground } from './ground.ts';
import { benchFirstPage } from './first-page.ts';
import { benchInvoices } from './invoices.ts';
import { benchOfficialRules } from './official-rules.ts';
import { benchPages } from './pages.ts';
import { benchWordForms } from './word-forms.ts';
import { benchRegistration } from './registration.ts';
import { benchSignatures } from './signatures.ts';

const PARTS: Record<string, (ground: Ground, seconds: number) => Promise<Figure[]>> = {
  registration: benchRegistration,
  'word-forms': benchWordForms,
  'first-page': benchFirstPage,
  pages: benchPages,
  invoices: benchInvoices,
  'official-rules': benchOfficialRules,
  signatures: benchSignatures,
};

/** Measures, prints a line for each figure, and answers 0 when every wanted bound holds. */
export async function bench(argv: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { seconds: { type: 'string', default: '10' }, json: { type: 'boolean', default: false } },
  });
  const chosen = positionals.length ? positionals : Object.keys(PARTS);
  const ground = await openGround();
  const figures: Figure[] = [];
  try {
    for (const name of chosen) {
      const measured = await PARTS[name]!(ground, Number(values.seconds));
      figures.push(...measured);
      if (!values.json) measured.forEach(print);
    }
  } finally {
    await ground.close();
  }
  if (values.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
  return figures.every(holds) ? 0 : 1;
}
