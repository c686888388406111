import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exampleCii, exampleUbl } from '../examples.ts';
import { spoil } from '../rules/spoil.ts';
import type { Judged } from './judge-file.ts';
import { judgeFiles } from './judge-files.ts';
import { runInvoiceCommand } from './run-invoice-command.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'einvoice-'));
  await writeFile(join(folder, 'good.xml'), exampleUbl());
  await writeFile(join(folder, 'bad.xml'), spoil(exampleUbl(), '<cbc:ID>LV-2026/118</cbc:ID>', ''));
  await mkdir(join(folder, 'in', 'ner'), { recursive: true });
  await writeFile(join(folder, 'in', 'ner', 'c.xml'), exampleCii());
  await writeFile(join(folder, 'in', 'empty.xml'), '');
  const plain = spoil(exampleUbl(), /(<cbc:CustomizationID>urn:cen.eu:en16931:2017)[^<]*/, '$1');
  await writeFile(join(folder, 'plain.xml'), spoil(plain, /<cbc:EndpointID.*?<\/cbc:EndpointID>/, ''));
});

afterAll(() => rm(folder, { recursive: true }));

async function run(argv: string[], isTTY = false) {
  let out = '';
  let err = '';
  const status = await runInvoiceCommand(argv, {
    stdout: { write: (text) => (out += text), isTTY },
    stderr: { write: (text) => (err += text) },
  });
  return { status, out, err };
}

const at = (...names: string[]) => join(folder, ...names);

test('one object on a line for each file, with everything that was asked', async () => {
  const { status, out } = await run(['validate', at('good.xml'), at('bad.xml'), '--json']);
  const [good, bad, ...rest] = out.split('\n');
  expect(status).toBe(1);
  expect(rest).toEqual(['']);
  expect(JSON.parse(good!)).toMatchObject({
    file: at('good.xml'),
    syntax: 'UBL',
    document: 'Invoice',
    specification: 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0',
    profile: 'Peppol BIS Billing 3.0',
    class: 'A',
    machineReadable: true,
    valid: true,
    findings: [],
  });
  expect(JSON.parse(bad!)).toMatchObject({
    class: 'B',
    valid: false,
    findings: [
      {
        rule: 'BR-02',
        severity: 'fatal',
        message: { lv: expect.any(String), en: expect.any(String) },
        location: expect.any(String),
      },
    ],
  });
});

test('all valid: status 0', async () => {
  expect((await run(['validate', at('good.xml')])).status).toBe(0);
});

test('a folder is walked in order', async () => {
  const { status, out } = await run(['validate', at('in')]);
  const found = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { file: string; class: string; valid: boolean });
  expect(status).toBe(1);
  expect(found.map(({ file, class: kind, valid }) => [file, kind, valid])).toEqual([
    [at('in', 'empty.xml'), 'F', false],
    [at('in', 'ner', 'c.xml'), 'A', true],
  ]);
});

test('--peppol asks for Peppol rules that the invoice does not claim', async () => {
  const rules = async (...flags: string[]) =>
    (
      JSON.parse((await run(['validate', at('plain.xml'), ...flags])).out) as { findings: { rule: string }[] }
    ).findings.map(({ rule }) => rule);
  expect(await rules()).toEqual([]);
  expect(await rules('--peppol')).toContain('PEPPOL-EN16931-R020');
});

test('a file that is not there: status 2, the rest are still judged', async () => {
  const { status, out, err } = await run(['validate', at('none.xml'), at('good.xml')]);
  expect(status).toBe(2);
  expect(err).toContain('none.xml');
  expect(JSON.parse(out)).toMatchObject({ valid: true });
});

test('a file that vanishes while its folder is walked does not stop the rest', async () => {
  const inside = at('vanishing');
  await mkdir(inside);
  for (const name of ['a.xml', 'b.xml', 'c.xml']) await writeFile(join(inside, name), exampleUbl());
  let out = '';
  let err = '';
  const status = await runInvoiceCommand(['validate', inside], {
    stdout: {
      write: (text) => {
        rmSync(join(inside, 'b.xml'), { force: true });
        return (out += text);
      },
    },
    stderr: { write: (text) => (err += text) },
  });
  expect(out.trim().split('\n')).toHaveLength(2);
  expect(err).toContain('b.xml');
  expect(status).toBe(2);
});

test('many files are judged on several threads, and come in their order', async () => {
  const files = Array.from({ length: 250 }, (_, index) =>
    at(index % 7 === 3 ? 'bad.xml' : index === 100 ? 'gone.xml' : 'good.xml'),
  );
  const { status, out, err } = await run(['validate', ...files]);
  const found = out
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { file: string }).file);
  expect(found).toEqual(files.filter((file) => file !== at('gone.xml')));
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(status).toBe(2);
});

test('on threads the verdicts are those of one thread', async () => {
  const options = { advice: true, asText: false };
  const judged = async (threads: number) => {
    const all: Judged[] = [];
    for await (const each of judgeFiles([at('good.xml'), at('bad.xml'), at('in', 'empty.xml')], options, threads))
      all.push(each);
    return all;
  };
  expect(await judged(2)).toEqual(await judged(1));
});

test('--advice adds what deserves a look in Latvia, and a file stays valid', async () => {
  const { status, out } = await run(['validate', at('good.xml'), '--advice']);
  const { valid, findings } = JSON.parse(out) as { valid: boolean; findings: { rule: string; severity: string }[] };
  expect(status).toBe(0);
  expect(valid).toBe(true);
  expect(findings.some(({ rule, severity }) => rule.startsWith('LV-') && severity === 'warning')).toBe(true);
});

test.each([[[]], [['check', 'x']], [['validate']], [['validate', 'x', '--fast']]])('wrong usage %j', async (argv) => {
  const { status, out, err } = await run(argv);
  expect(status).toBe(2);
  expect(out).toBe('');
  expect(err).toContain('aprite invoice validate');
});

test('on a terminal a text for people', async () => {
  const { out } = await run(['validate', at('bad.xml')], true);
  expect(out).toContain('NEDERĪGS [B]');
  expect(out).toContain('KĻŪDA BR-02');
  expect((await run(['validate', at('bad.xml'), '--json'], true)).out).toMatch(/^\{/);
});
