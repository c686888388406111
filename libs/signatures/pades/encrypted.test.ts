import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { completePades, createDemoAuthority, extendPades, preparePades, validate, type Report } from '../index.ts';
import { encrypted } from '../pdf/encryption.ts';
import { openPdf } from '../pdf/file.ts';
import { fieldsOf } from '../pdf/form.ts';
import { pageAt } from '../pdf/pages.ts';
import type { PdfRef, PdfString } from '../pdf/values.ts';
import { text, writeIncrement } from '../pdf/write.ts';
import { makePdf } from '../testing/documents.ts';
import { itWith, judge } from '../testing/judges.ts';

const authority = createDemoAuthority();
const services = { timestamp: authority.timestamp, fetcher: authority.fetcher };
const person = authority.issuePerson({ givenName: 'Līga', surname: 'Bērziņa', personalCode: '010180-12345' });
const check = (pdf: Uint8Array) => validate(pdf, { trust: authority.anchors, offline: true });

async function sign(pdf: Uint8Array): Promise<Uint8Array> {
  const prepared = preparePades(pdf, { ...person, reason: 'Apstiprinu' });
  return completePades(prepared.state, await person.sign(prepared));
}

/** Encrypted by qpdf for an empty user password. */
function encryptedBy(pdf: Uint8Array, ...how: string[]): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'signatures-'));
  try {
    writeFileSync(join(folder, 'a.pdf'), pdf);
    execFileSync('qpdf', ['--allow-weak-crypto', '--encrypt', '', 'owner', ...how, '--', 'a.pdf', 'b.pdf'], {
      cwd: folder,
    });
    return readFileSync(join(folder, 'b.pdf'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('documents that only limit what may be done with them', () => {
  itWith(['qpdf', 'pdfsig'], 'are signed, extended and compared like others', async () => {
    for (const [useObjectStreams, ...how] of [
      [false, '40'],
      [false, '128', '--use-aes=n'],
      [true, '128', '--use-aes=y'],
      [true, '256'],
      [false, '256', '--force-R5'],
    ] as const) {
      const pdf = encryptedBy(await makePdf({ form: true, useObjectStreams }), ...how);
      const signed = await sign(pdf);
      const extended = await extendPades(signed, 'LTA', services);
      const report = await check(extended);
      expect([how, report.verdict, report.signatures[0]!.level]).toEqual([how, 'accept', 'LTA']);
      const { output } = judge({ 'a.pdf': await sign(signed) }, 'pdfsig', ['-nocert', 'a.pdf']);
      expect(output.match(/Signature is Valid/g)).toHaveLength(2);
      const file = openPdf(extended);
      const { page, at } = pageAt(file, 0);
      const turned = writeIncrement(file, [{ num: at.num, value: new Map([...page, ['Rotate', 90]]) }]).bytes;
      expect((await check(Buffer.concat([extended, turned]))).verdict).toBe('reject');
      const field = fieldsOf(file).find(({ type }) => type === 'Tx')!;
      const filled = writeIncrement(file, [
        { num: field.at!.num, value: new Map([...field.dict, ['V', text('200')]]) },
      ]).bytes;
      expect(
        (await check(Buffer.concat([extended, filled]))).signatures[0]!.warnings.map(({ code }) => code),
      ).toContain('form-filled');
    }
  });

  itWith(
    ['qpdf'],
    'may have the zeros behind a signature in cipher, as PDFBox writes them, but nothing else',
    async () => {
      for (const how of [['128', '--use-aes=n'], ['128', '--use-aes=y'], ['256']]) {
        const signed = Buffer.from(await sign(encryptedBy(await makePdf(), ...how)));
        const file = openPdf(signed);
        const { num, gen } = fieldsOf(file).find(({ type }) => type === 'Sig')!.value as PdfRef;
        const start = signed.lastIndexOf('/Contents <') + 11;
        const end = signed.indexOf('>', start);
        const written = signed.toString('latin1', start, end).replace(/(00)+$/, '');
        const room = (end - start) / 2;
        const filledWith = (plain: Buffer): Promise<Report> => {
          const { bytes } = encrypted(
            { kind: 'string', bytes: plain, hex: true, start: 0, end: 0 },
            num,
            gen,
            file.key!,
          ) as PdfString;
          const cipher = Buffer.from(bytes)
            .toString('hex')
            .slice(0, end - start)
            .padEnd(end - start);
          return check(
            Buffer.concat([
              signed.subarray(0, start),
              Buffer.from(written + cipher.slice(written.length)),
              signed.subarray(end),
            ]),
          );
        };
        const zeros = Buffer.alloc(how[1] === '--use-aes=n' ? room : room - (room % 16) - 17);
        expect([how, (await filledWith(zeros)).verdict]).toEqual([how, 'accept']);
        zeros.write('900 EUR', zeros.length - 100);
        expect([how, (await filledWith(zeros)).verdict]).toEqual([how, 'reject']);
      }
    },
  );

  itWith(['qpdf'], 'are refused when they want a password, and by permissions that forbid signing', async () => {
    const closed = encryptedBy(await makePdf(), '256', '--annotate=n', '--form=n', '--modify-other=n');
    expect(() => preparePades(closed, person)).toThrow(/permissions/);
    const folderless = encryptedBy(await makePdf(), '256');
    const locked = Buffer.from(folderless);
    const user = locked.indexOf('/U <');
    locked.write('00112233', user + 4);
    expect(() => preparePades(locked, person)).toThrow(/password/);
    expect((await check(locked)).verdict).toBe('error');
  });
});
