import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { validate } from '#einvoice';
import { exampleCii, exampleUbl } from '../../libs/einvoice/examples.ts';
import { percentile, type Figure } from './figures.ts';
import type { Ground } from './ground.ts';

export const TEN_KB = 10 * 1024;

/**
 * What judging an invoice costs in CPU time, parsing included: warm, by 10 kB, EN 16931 alone and with Peppol; and how the cost grows
 * from 2,000 lines to 20,000: a smaller one is done before the collector of garbage first has to run, so it is not on the line.
 */
export function benchInvoices(_: Ground, seconds: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [syntax, xml] of [
    ['UBL', exampleUbl()],
    ['CII', exampleCii()],
  ] as const) {
    const invoices = published(syntax) ?? [withLines(xml, linesFor(xml, TEN_KB))];
    for (const peppol of [false, true]) {
      const { cost, note } = warm(invoices, peppol, seconds);
      figures.push({
        name: `invoices, ${syntax}, EN 16931${peppol ? ' and Peppol' : ''}: CPU for 10 kB, warm`,
        value: cost,
        unit: 'ms',
        atMost: 1,
        note,
      });
    }
    const [few, tenThousand, many] = [2000, 10_000, 20_000].map((count) => leastOf(3, withLines(xml, count)));
    figures.push(
      {
        name: `invoice of 10,000 lines, ${syntax}: time`,
        value: tenThousand!.wall,
        unit: 'ms',
        atMost: 2000,
      },
      {
        name: `invoice, ${syntax}: cost of 20,000 lines to that of 2,000`,
        value: many!.cpu / few!.cpu,
        unit: '',
        atMost: 15,
        note: 'linear is 10',
      },
      { name: `invoice of 20,000 lines, ${syntax}: resident memory after`, value: resident(), unit: 'MiB' },
    );
  }
  return Promise.resolve(figures);
}

/** The CPU time of the calmest rounds: other work on the machine makes a mean meaningless. */
export function warm(invoices: Buffer[], peppol: boolean, seconds: number): { cost: number; note: string } {
  const rounds: number[] = [];
  const batch = Math.ceil(20 / invoices.length);
  const judge = () => invoices.forEach((each) => validate(each, { peppol }));
  for (const end = performance.now() + (seconds * 1000) / 5; performance.now() < end;) judge();
  const tenKilobytes = (batch * invoices.reduce((total, { length }) => total + length, 0)) / TEN_KB;
  for (const end = performance.now() + (seconds * 1000) / 5; performance.now() < end;) {
    const started = process.cpuUsage();
    for (let each = 0; each < batch; each++) judge();
    const { user, system } = process.cpuUsage(started);
    rounds.push((user + system) / 1000 / tenKilobytes);
  }
  return {
    cost: percentile(rounds, 0.05),
    note: `median ${percentile(rounds, 0.5).toFixed(2)}; ${invoices.length} different, ${rounds.length} rounds`,
  };
}

/** The published samples of a syntax, when they lie beside the repository; otherwise an invoice of our own is measured. */
export function published(syntax: 'UBL' | 'CII'): Buffer[] | undefined {
  const folder = resolve('../shared/samples/invoices');
  if (!existsSync(folder)) return undefined;
  const all = readdirSync(folder).filter((name) => name.endsWith('.xml'));
  const files = all.map((name) => readFileSync(resolve(folder, name)));
  return files.filter((bytes) => bytes.includes('CrossIndustryInvoice') === (syntax === 'CII'));
}

function leastOf(runs: number, xml: Buffer): { wall: number; cpu: number } {
  const least = { wall: Infinity, cpu: Infinity };
  for (let run = 0; run < runs; run++) {
    const [started, begun] = [process.cpuUsage(), performance.now()];
    validate(xml, { peppol: true });
    const { user, system } = process.cpuUsage(started);
    least.wall = Math.min(least.wall, performance.now() - begun);
    least.cpu = Math.min(least.cpu, (user + system) / 1000);
  }
  return least;
}

const line =
  /<cac:InvoiceLine>[\s\S]*?<\/cac:InvoiceLine>|<ram:IncludedSupplyChainTradeLineItem>[\s\S]*?<\/ram:IncludedSupplyChainTradeLineItem>/;

/** The invoice with its first line repeated; totals are wrong then, which costs as much as right ones. */
function withLines(xml: string, count: number): Buffer {
  const one = line.exec(xml)![0];
  return Buffer.from(xml.replace(one, one.repeat(count)));
}

function linesFor(xml: string, bytes: number): number {
  return 1 + Math.max(0, Math.round((bytes - Buffer.byteLength(xml)) / Buffer.byteLength(line.exec(xml)![0])));
}

const resident = (): number => process.memoryUsage.rss() / 2 ** 20;
