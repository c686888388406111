import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  completePades,
  createDemoAuthority,
  openPkcs12,
  preparePades,
  validate,
  WrongSignatureValue,
  type Issued,
} from '../index.ts';
import { makePdf } from '../testing/documents.ts';
import { itWith, judge } from '../testing/judges.ts';
import type { KeyKind } from '../testing/issue.ts';

const authority = createDemoAuthority();
const people = new Map<KeyKind, Issued>();
const person = (key: KeyKind): Issued => {
  const made =
    people.get(key) ??
    authority.issuePerson({ givenName: 'Līga', surname: 'Bērziņa', personalCode: '010180-12345', key });
  people.set(key, made);
  return made;
};

describe('signing a PDF in two steps', () => {
  let pdf: Uint8Array;
  beforeAll(async () => {
    pdf = await makePdf();
  });

  it.each([
    ['RSA-2048', 'RSA-PKCS1'],
    ['RSA-2048', 'RSA-PSS'],
    ['P-256', 'ECDSA'],
    ['P-384', 'ECDSA'],
  ] as const)('accepts what %s with %s signed, at level B and T', async (kind, scheme) => {
    const key = person(kind);
    const algorithm = { ...key.algorithm, scheme };
    const prepared = preparePades(pdf, { ...key, algorithm });
    const state = JSON.parse(JSON.stringify(prepared.state)) as typeof prepared.state;
    const value = await key.sign(prepared);
    for (const [level, timestamp] of [
      ['B', undefined],
      ['T', authority.timestamp],
    ] as const) {
      const signed = await completePades(state, value, timestamp ? { timestamp } : {});
      expect(Buffer.from(signed.subarray(0, pdf.length)).equals(pdf)).toBe(true);
      const report = await validate(signed, { trust: authority.anchors, offline: true });
      expect(report.verdict).toBe('accept');
      expect(report.signatures[0]).toMatchObject({
        level,
        indication: 'TOTAL-PASSED',
        coversWholeDocument: true,
        errors: [],
      });
      expect(report.signatures[0]!.signer).toMatchObject({ personalCode: '010180-12345', surname: 'Bērziņa' });
    }
  });

  it('is indeterminate without trust, and says why', async () => {
    const key = person('P-256');
    const prepared = preparePades(pdf, key);
    const report = await validate(await completePades(prepared.state, await key.sign(prepared)), { offline: true });
    expect(report.verdict).toBe('indeterminate');
    expect(report.signatures[0]).toMatchObject({ subIndication: 'NO_CERTIFICATE_CHAIN_FOUND' });
  });

  it('refuses a value of another key, so nothing broken is written', async () => {
    const prepared = preparePades(pdf, person('P-256'));
    const foreign = await authority
      .issuePerson({ givenName: 'A', surname: 'B', personalCode: '010190-11111' })
      .sign(prepared);
    await expect(completePades(prepared.state, foreign)).rejects.toThrow(WrongSignatureValue);
  });

  it('signs on after a restart with a key from PKCS#12', async () => {
    for (const kind of ['RSA-2048', 'P-256'] as const) {
      const key = openPkcs12(person(kind).toPkcs12('Pāršķirt 1 €'), 'Pāršķirt 1 €');
      const prepared = preparePades(pdf, key);
      const report = await validate(await completePades(prepared.state, await key.sign(prepared)), {
        trust: authority.anchors,
        offline: true,
      });
      expect(report.verdict).toBe('accept');
    }
    expect(() => openPkcs12(person('P-256').toPkcs12('parole'), 'cita')).toThrow(/PKCS#12/);
  });

  it.each([false, true])('keeps earlier signatures intact (cross-reference streams: %s)', async (useObjectStreams) => {
    let document: Uint8Array = await makePdf({ useObjectStreams, links: true, form: true });
    for (const kind of ['P-256', 'P-384', 'RSA-2048'] as const) {
      const prepared = preparePades(document, person(kind));
      document = await completePades(prepared.state, await person(kind).sign(prepared), {
        timestamp: authority.timestamp,
      });
    }
    const report = await validate(document, { trust: authority.anchors, offline: true });
    expect(report.verdict).toBe('accept');
    expect(report.signatures.map(({ coversWholeDocument }) => coversWholeDocument)).toEqual([false, false, true]);
  });

  it('rejects a document of which any signed byte was changed', async () => {
    const key = person('P-256');
    const prepared = preparePades(pdf, key);
    const signed = Buffer.from(await completePades(prepared.state, await key.sign(prepared)));
    for (let at = 20; at < signed.length - 20; at += Math.ceil(signed.length / 60)) {
      if (at > prepared.state.hole[0] && at < prepared.state.hole[1]) continue;
      const changed = Buffer.from(signed);
      changed[at]! ^= 1;
      const { verdict } = await validate(changed, { trust: authority.anchors, offline: true });
      expect([at, verdict]).not.toEqual([at, 'accept']);
      expect(verdict).not.toBe('indeterminate');
    }
  });
});

describe('a visible signature', () => {
  const font = (() => {
    try {
      return readFileSync(
        fileURLToPath(import.meta.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf')),
      );
    } catch {
      return undefined;
    }
  })();
  const lines = ['Parakstīja: Līga Bērziņa', 'āčēģīķļņšūž ĀČĒĢĪĶĻŅŠŪŽ'];

  itWith(font ? ['pdftotext'] : ['the Noto Sans font'], 'shows Latvian letters that can be read back', async () => {
    const key = person('P-256');
    const prepared = preparePades(await makePdf(), {
      ...key,
      visible: { x: 20, y: 20, width: 200, height: 40, lines, font: font! },
    });
    const signed = await completePades(prepared.state, await key.sign(prepared));
    expect((await validate(signed, { trust: authority.anchors, offline: true })).verdict).toBe('accept');
    const { output } = judge({ 'a.pdf': signed }, 'pdftotext', ['a.pdf', '-']);
    for (const line of lines) expect(output.normalize('NFC')).toContain(line);
  });
});
