import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { validate } from '#einvoice';
import { bases } from '../../libs/einvoice/rules/cases/bases.ts';
import { changed } from '../../libs/einvoice/rules/cases/change.ts';
import { tables } from '../../libs/einvoice/rules/cases/tables.ts';
import type { Figure } from './figures.ts';
import type { Ground } from './ground.ts';
import { published, TEN_KB, warm } from './invoices.ts';

type Syntax = 'UBL' | 'CII';

/** What the official rules are called as XSLT, in CEN's releases and as a Schematron compiler names Peppol's; and which findings are theirs. */
const SHEETS: [name: (syntax: Syntax) => string, theirs: RegExp][] = [
  [(syntax) => `EN16931-${syntax}-validation`, /^(?:BR|UBL|CII)-/],
  [(syntax) => `PEPPOL-EN16931-${syntax}`, /^(?!BR-|UBL-|CII-|DT-)/],
];

const folder = process.env['APRITE_OFFICIAL_RULES'];
const saxon = process.env['APRITE_SAXON'] ?? '/usr/share/java/Saxon-HE.jar';

/**
 * Our verdicts and our cost beside the official rules on the same files. The rules are not ours to distribute, so they are compared only
 * where APRITE_OFFICIAL_RULES names a folder with them as XSLT (`EN16931-UBL-validation.xslt` …). Saxon-HE judges; SaxonJS too, when
 * the folder has it in `node_modules` and the sheets as `.sef.json`.
 */
export async function benchOfficialRules(_: Ground, seconds: number): Promise<Figure[]> {
  if (!folder || !existsSync(saxon)) {
    process.stderr.write('Not compared with the official rules of invoices: APRITE_OFFICIAL_RULES names no folder.\n');
    return [];
  }
  const work = mkdtempSync(join(tmpdir(), 'aprite-official-'));
  try {
    return (['UBL', 'CII'] as const).flatMap((syntax) => [
      ...SHEETS.flatMap(([name, theirs]) => agreement(work, syntax, name(syntax), theirs)),
      ...ratios(work, syntax, seconds),
    ]);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const sheet = (name: string): string => resolve(folder!, `${name}.xslt`);

/** How many of the samples and of our cases the two judge differently: identifiers, counts and severities. */
function agreement(work: string, syntax: Syntax, name: string, theirs: RegExp): Figure[] {
  if (!existsSync(sheet(name))) return [];
  const cases = Object.values(tables)
    .flat()
    .filter(({ base }) => (base === 'CII') === (syntax === 'CII'))
    .map(({ base, changes }) => Buffer.from(changed(bases[base], changes)));
  const invoices = [...(published(syntax) ?? []), ...cases];
  const official = judged(work, name, invoices);
  const judgedByBoth = invoices.map((xml, i) => [ours(xml, theirs), official[i]] as const);
  const aborted = judgedByBoth.filter(([, verdict]) => verdict === undefined).length;
  const differing = judgedByBoth.filter(([own, verdict]) => verdict !== undefined && own !== verdict);
  const note = `${invoices.length - aborted} documents; ${aborted} where the official rules end without a verdict`;
  return [{ name: `invoices, ${name}: judged otherwise`, value: differing.length, unit: '', atMost: 0, note }];
}

const sorted = (findings: string[]): string => findings.toSorted().join(' ');

const ours = (xml: Buffer, theirs: RegExp): string =>
  sorted(
    validate(xml, { peppol: true })
      .filter(({ rule }) => theirs.test(rule))
      .map(({ rule, severity }) => `${rule}:${severity}`),
  );

/** The official verdicts in the order of the invoices; none where the transformation was aborted. */
function judged(work: string, name: string, invoices: readonly Buffer[]): (string | undefined)[] {
  const [from, to] = laidOut(work, invoices);
  transform(name, from, to);
  return invoices.map((_, i) => {
    const report = join(to, `${i}.xml`);
    if (!existsSync(report)) return undefined;
    const svrl = readFileSync(report, 'utf8');
    if (!/schematron-output(?:\s[^>]*\/)?>\s*$/.test(svrl)) return undefined;
    const failed = [...svrl.matchAll(/<svrl:failed-assert\b[^>]*>/g)].map(([tag]) => tag);
    const said = (tag: string, attribute: string) => new RegExp(`\\b${attribute}="([^"]*)"`).exec(tag)?.[1] ?? '';
    return sorted(failed.map((tag) => `${said(tag, 'id')}:${said(tag, 'flag')}`));
  });
}

function laidOut(work: string, invoices: readonly Buffer[]): [from: string, to: string] {
  const [from, to] = [join(work, 'from'), join(work, 'to')];
  for (const one of [from, to]) {
    rmSync(one, { recursive: true, force: true });
    mkdirSync(one);
  }
  for (const [i, xml] of invoices.entries()) writeFileSync(join(from, `${i}.xml`), xml);
  return [from, to];
}

/** Processor milliseconds of one Java process that judges every file of a folder. */
function transform(name: string, from: string, to: string): number {
  const java = `java -cp ${saxon} net.sf.saxon.Transform -s:${from} -o:${to} -xsl:${sheet(name)}`;
  const { stdout } = spawnSync('bash', ['-c', `${java} >/dev/null 2>&1; times`], { encoding: 'utf8' });
  const spent = [
    ...stdout
      .trim()
      .split('\n')
      .at(-1)!
      .matchAll(/(\d+)m([\d.]+)s/g),
  ];
  return spent.reduce((sum, [, m, s]) => sum + 60_000 * Number(m) + 1000 * Number(s), 0);
}

/** Saxon's warm cost to ours: what a thousand more documents cost a process that has already judged some. */
function ratios(work: string, syntax: Syntax, seconds: number): Figure[] {
  const invoices = published(syntax);
  const names = SHEETS.map(([name]) => name(syntax)).filter((name) => existsSync(sheet(name)));
  if (!invoices || names.length === 0) return [];
  const own = warm(invoices, names.length > 1, seconds).cost;
  const times = (count: number): Buffer[] => Array.from({ length: count }, () => invoices).flat();
  const [few, many] = [20, 20 + Math.ceil(1000 / invoices.length)].map((count) => {
    const [from, to] = laidOut(work, times(count));
    return names.reduce((sum, name) => sum + transform(name, from, to), 0);
  });
  const bytes = times(Math.ceil(1000 / invoices.length)).reduce((sum, { length }) => sum + length, 0);
  const he = (many! - few!) / (bytes / TEN_KB);
  const rules = names.length > 1 ? 'EN 16931 and Peppol' : 'EN 16931';
  const figure = (engine: string, cost: number, atLeast: number): Figure => ({
    name: `invoices, ${syntax}, ${rules}: times faster than ${engine}`,
    value: cost / own,
    unit: '×',
    atLeast,
    note: `${cost.toFixed(2)} ms for 10 kB beside ${own.toFixed(3)} ms here`,
  });
  const js = ofSaxonJs(work, names, invoices);
  return [figure('Saxon-HE', he, 4), ...(js ? [figure('SaxonJS', js, 80)] : [])];
}

/** Processor milliseconds of SaxonJS for 10 kB, warm, in a process of its own; nothing where it is not at hand. */
function ofSaxonJs(work: string, names: readonly string[], invoices: readonly Buffer[]): number | undefined {
  const sheets = names.map((name) => resolve(folder!, `${name}.sef.json`));
  const library = resolve(folder!, 'node_modules/saxon-js');
  if (!existsSync(library) || !sheets.every((path) => existsSync(path))) return undefined;
  const [from] = laidOut(work, invoices);
  const script = `
    const SaxonJS = require(${JSON.stringify(library)});
    const fs = require('node:fs');
    const sheets = ${JSON.stringify(sheets)}.map((path) => JSON.parse(fs.readFileSync(path)));
    const files = ${JSON.stringify(readdirSync(from).map((name) => join(from, name)))};
    const judge = () => files.forEach((path) => sheets.forEach((stylesheetInternal) => {
      SaxonJS.transform({ stylesheetInternal, sourceText: fs.readFileSync(path, 'utf8'), destination: 'serialized' });
    }));
    judge();
    const start = process.cpuUsage();
    for (let i = 0; i < 3; i++) judge();
    const { user, system } = process.cpuUsage(start);
    console.log((user + system) / 3000);`;
  const spent = Number(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }).trim());
  return spent / (invoices.reduce((sum, { length }) => sum + length, 0) / TEN_KB);
}
