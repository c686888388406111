import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FileStore } from '#files';
import type { Actor, Tx } from '#kernel';
import { Transactions } from '#platform';
import { validate, trustAnchors } from '#signatures';
import sql from 'sql-template-tag';
import { openHouse, type House } from '../../test/support/house.ts';
import {
  documentToSign,
  onePage,
  signedFile,
  together,
  writeSigningSettings,
  type FileToSign,
} from '../../test/support/to-sign.ts';
import { unpack } from '../../test/support/unpack.ts';
import { itWith, judge } from '../../test/support/judges.ts';
import { demoAuthority } from './adapters/demo-authority.ts';
import { beginSigning } from './commands/begin-signing.ts';
import { cancelSigning } from './commands/cancel-signing.ts';
import { completeSigning } from './commands/complete-signing.ts';
import { openSignings, signingView } from './queries/signing-view.ts';
import { TendSessions } from './reactions/tend-sessions.ts';

let house: House;
let transactions: Transactions;
let store: FileStore;
let director: Actor;
let head: Actor;
let tsa: Server;
/** What the time-stamp service does now. */
let tsaDoes: 'answer' | 'fail' = 'answer';

beforeAll(async () => {
  house = await openHouse();
  [transactions, store] = [house.app.get(Transactions), house.app.get(FileStore)];
  director = await house.as('direktors', async (tx) => tx.actor);
  head = await house.as('vaditaja', async (tx) => tx.actor);
  const authority = await demoAuthority();
  tsa = createServer((request, response) => {
    const parts: Buffer[] = [];
    request
      .on('data', (part: Buffer) => parts.push(part))
      .on('end', () => {
        if (tsaDoes === 'fail') return void response.writeHead(500).end();
        response.end(authority.timestamp(Buffer.concat(parts)));
      });
  });
  await new Promise<void>((ready) => tsa.listen(0, '127.0.0.1', ready));
}, 120_000);
afterAll(async () => {
  await new Promise((closed) => tsa?.close(closed));
  await house?.close();
});
beforeEach(async () => {
  tsaDoes = 'answer';
  await writeSigningSettings(house, { timestampUrl: `http://127.0.0.1:${(tsa.address() as AddressInfo).port}/tsa` });
});

const begin = (stepIds: string[], me = director, form: 'pades' | 'asice' | null = null) =>
  beginSigning(transactions, store, me, { stepIds, provider: 'demo', form });
const complete = (id: string, me = director, by = transactions) => completeSigning(by, store, me, id);
const sql1 = (query: ReturnType<typeof sql>) => house.as('system', (tx) => tx.rows(query));
const tend = () => house.app.get(TendSessions).tend();
const stateOf = async (id: string) => (await transactions.run(director, (tx) => signingView(tx, id))).state;
const timesSigned = async (documentId: string) =>
  (await sql1(sql`select 1 from journal where subject_id = ${documentId} and type = 'document.signed'`)).length;

async function verdictOf(bytes: Uint8Array) {
  const authority = await demoAuthority();
  const report = await validate(bytes, { trust: trustAnchors(authority.anchors), fetcher: authority.fetcher });
  return { verdict: report.verdict, levels: report.signatures.map(({ level }) => level), report };
}

describe('a signing session', () => {
  test('five clicks at once sign once', async () => {
    const { documentId, stepIds } = await documentToSign(house, [await onePage('Pieci klikšķi')]);
    const { id } = await begin(stepIds);
    await Promise.all(Array.from({ length: 5 }, () => complete(id)));
    expect((await complete(id)).items).toMatchObject([{ state: 'signed' }]);
    expect(await timesSigned(documentId)).toBe(1);
    const { verdict, levels } = await verdictOf((await signedFile(house, documentId))!.bytes);
    expect({ verdict, levels }).toEqual({ verdict: 'accept', levels: ['T'] });
  });

  test('a process killed after any of its commits leaves a session that can be completed, once', async () => {
    const seen: string[] = [];
    for (let commits = 0; ; commits++) {
      const { documentId, stepIds } = await documentToSign(house, [await onePage(`Pārtraukts pēc ${commits}`)]);
      const { id } = await begin(stepIds);
      const mortal = dyingAfter(commits);
      const survived = await complete(id, director, mortal).then(
        () => true,
        () => false,
      );
      seen.push(await stateOf(id));
      await sql1(
        sql`update signing_session set claimed_until = now() - interval '1 second' where id = ${id} and claimed_until is not null`,
      );
      await tend();
      const after = await complete(id);
      expect({ commits, state: after.state, items: after.items.map(({ state }) => state) }).toEqual({
        commits,
        state: 'completed',
        items: ['signed'],
      });
      expect({ commits, times: await timesSigned(documentId) }).toEqual({ commits, times: 1 });
      if (survived) break;
    }
    expect(seen).toEqual(expect.arrayContaining(['prepared', 'signing', 'finishing', 'completed']));
  });

  test('a time stamp that is not to be had keeps the received signature; the system finishes without the person', async () => {
    const { documentId, stepIds } = await documentToSign(house, [await onePage('Bez laika zīmoga')]);
    const { id } = await begin(stepIds);
    tsaDoes = 'fail';
    const waiting = await complete(id);
    expect(waiting).toMatchObject({ state: 'finishing', waitsFor: 'system', cause: { kind: 'timestamp-unavailable' } });
    expect(waiting.items).toMatchObject([{ state: 'valued' }]);
    await expect(begin(stepIds)).rejects.toMatchObject({ kind: 'signing-under-way' });
    await expect(transactions.run(director, (tx) => cancelSigning(tx, id))).rejects.toMatchObject({
      kind: 'signing-under-way',
    });
    expect(await transactions.run(director, openSignings)).toMatchObject([{ id }]);
    tsaDoes = 'answer';
    await tend();
    expect(await stateOf(id)).toBe('completed');
    expect(await timesSigned(documentId)).toBe(1);
    expect(await transactions.run(director, openSignings)).toEqual([]);
  });

  test('after a day without a time stamp the signing ends and says why', async () => {
    const { stepIds } = await documentToSign(house, [await onePage('Diennakti bez laika zīmoga')]);
    const { id } = await begin(stepIds);
    tsaDoes = 'fail';
    await complete(id);
    await sql1(sql`update signing_session set expires_at = now() - interval '1 second' where id = ${id}`);
    await tend();
    expect(await transactions.run(director, (tx) => signingView(tx, id))).toMatchObject({
      state: 'completed',
      waitsFor: null,
      items: [{ state: 'failed', problem: { kind: 'timestamp-missed' } }],
    });
    tsaDoes = 'answer';
    expect(await complete((await begin(stepIds)).id)).toMatchObject({ items: [{ state: 'signed' }] });
  });

  test('what nobody confirmed expires; what was cancelled or begun anew cannot be completed', async () => {
    const { stepIds } = await documentToSign(house, [await onePage('Gaidīts velti')]);
    const first = await begin(stepIds);
    const second = await begin(stepIds);
    await expect(complete(first.id)).rejects.toMatchObject({ kind: 'signing-cancelled' });
    await sql1(sql`update signing_session set expires_at = now() - interval '1 second' where id = ${second.id}`);
    await expect(complete(second.id)).rejects.toMatchObject({ kind: 'signing-expired' });
    await tend();
    expect(await stateOf(second.id)).toBe('expired');
    const third = await begin(stepIds);
    await transactions.run(director, (tx) => cancelSigning(tx, third.id));
    await expect(complete(third.id)).rejects.toMatchObject({ kind: 'signing-cancelled' });
    await expect(complete(third.id, head)).rejects.toMatchObject({ kind: 'not-found' });
  });

  test('who signs at the same moment as another is asked to sign again, and both signatures hold', async () => {
    const { documentId, stepIds } = await documentToSign(
      house,
      [await onePage('Divi paraksti')],
      ['direktors', 'vaditaja'],
    );
    const [mine, hers] = [await begin([stepIds[0]!]), await begin([stepIds[1]!], head)];
    await complete(mine.id);
    await expect(complete(hers.id, head)).rejects.toMatchObject({ kind: 'signed-meanwhile' });
    await complete((await begin([stepIds[1]!], head)).id, head);
    const { verdict, levels } = await verdictOf((await signedFile(house, documentId))!.bytes);
    expect({ verdict, levels }).toEqual({ verdict: 'accept', levels: ['T', 'T'] });
  });
});

describe('a batch', () => {
  test('fifty documents are signed with one consent; one that fails stops no other', async () => {
    const documents = [];
    for (let n = 1; n <= 50; n++) documents.push(await documentToSign(house, [await onePage(`Paketē ${n}`)]));
    const { id, items } = await begin(documents.flatMap(({ stepIds }) => stepIds));
    expect(items).toHaveLength(50);
    // One is edited after the person began.
    const changed = documents[7]!;
    const { sha256, size } = await store.put((await onePage('Labots')).content);
    await sql1(
      sql`insert into stored_file (sha256, size, media_type, stored_at) values (${sha256}, ${size}, 'application/pdf', now())`,
    );
    await sql1(
      sql`update document_file set sha256 = ${sha256} where document_id = ${changed.documentId} and role = 'main'`,
    );
    const done = await complete(id);
    expect(done.state).toBe('completed');
    expect(done.items.filter(({ state }) => state === 'signed')).toHaveLength(49);
    expect(done.items.filter(({ state }) => state === 'failed')).toMatchObject([
      { documentId: changed.documentId, problem: { kind: 'signed-meanwhile' } },
    ]);
    const { verdict } = await verdictOf((await signedFile(house, documents[49]!.documentId))!.bytes);
    expect(verdict).toBe('accept');
  }, 300_000);
});

const text = (name: string, content = name): FileToSign => ({
  name,
  mediaType: 'text/plain',
  content: Buffer.from(content),
});

describe('a container', () => {
  test('what is no PDF is signed in ASiC-E with its attachments; the second signer signs the same container', async () => {
    const files = [text('Tāme.txt'), text('Tāme.txt', 'cita'), await onePage('Pielikums')];
    const { documentId, stepIds } = await documentToSign(house, files, ['direktors', 'vaditaja']);
    await complete((await begin([stepIds[0]!])).id);
    await complete((await begin([stepIds[1]!], head)).id, head);
    const { name, bytes } = (await signedFile(house, documentId))!;
    expect(name).toBe('Tāme.asice');
    const { verdict, levels, report } = await verdictOf(bytes);
    expect({ verdict, levels, format: report.format }).toEqual({
      verdict: 'accept',
      levels: ['T', 'T'],
      format: 'ASiC-E',
    });
    expect(report.signatures[1]!.signedFiles.toSorted()).toEqual(['Pielikums.pdf', 'Tāme (2).txt', 'Tāme.txt']);
  });

  test('a PDF with attachments goes into a container when the person wishes so', async () => {
    const { documentId, stepIds } = await documentToSign(house, [await onePage('Līgums'), text('Pielikums.txt')]);
    await complete((await begin(stepIds, director, 'asice')).id);
    const { name, bytes } = (await signedFile(house, documentId))!;
    expect(name).toBe('Līgums.asice');
    expect((await verdictOf(bytes)).report.signatures).toMatchObject([{ format: 'XAdES', coversWholeDocument: true }]);
  });

  test('a kind may say that its attachments are signed with the paper; the person may still choose the PDF alone', async () => {
    const files = [await onePage('Nomas līgums'), text('Plāns.txt')];
    const contract = await documentToSign(house, files, ['direktors'], together);
    await complete((await begin(contract.stepIds)).id);
    expect((await signedFile(house, contract.documentId))!.name).toBe('Nomas līgums.asice');
    const another = await documentToSign(house, files, ['direktors'], together);
    await complete((await begin(another.stepIds, director, 'pades')).id);
    expect((await signedFile(house, another.documentId))!.name).toBe('Nomas līgums.pdf');
    const alone = await documentToSign(house, [await onePage('Bez pielikumiem')], ['direktors'], together);
    await complete((await begin(alone.stepIds)).id);
    expect((await signedFile(house, alone.documentId))!.name).toBe('Bez pielikumiem.pdf');
  });

  test('a container that came from outside gets our signature beside the others, which stay as they were', async () => {
    const theirs = await documentToSign(house, [text('Vienošanās.txt')]);
    await complete((await begin(theirs.stepIds)).id);
    const received = (await signedFile(house, theirs.documentId))!;
    const container: FileToSign = {
      name: 'Vienošanās.edoc',
      mediaType: 'application/vnd.etsi.asic-e+zip',
      content: received.bytes,
    };
    const { documentId, stepIds } = await documentToSign(house, [container], ['vaditaja']);
    await complete((await begin(stepIds, head)).id, head);
    const { name, bytes } = (await signedFile(house, documentId))!;
    expect(name).toBe('Vienošanās.edoc');
    expect((await verdictOf(bytes)).levels).toEqual(['T', 'T']);
    const [before, after] = [await unpack(received.bytes), await unpack(bytes)];
    for (const [entry, content] of Object.entries(before))
      expect({ entry, same: after[entry]?.equals(content) }).toEqual({ entry, same: true });
  });

  test('an encrypted or broken PDF is refused with the reason, and the way by a container stays open', async () => {
    const broken: FileToSign = {
      name: 'Bojāts.pdf',
      mediaType: 'application/pdf',
      content: Buffer.from('%PDF-1.7\nnav'),
    };
    const { stepIds } = await documentToSign(house, [broken]);
    await expect(begin(stepIds)).rejects.toMatchObject({ kind: 'cannot-be-signed' });
    expect(await complete((await begin(stepIds, director, 'asice')).id)).toMatchObject({ state: 'completed' });
  });

  itWith(['xmlsec1'], 'is valid for xmlsec1', async () => {
    const { documentId, stepIds } = await documentToSign(house, [text('Tiesnesim.txt')]);
    await complete((await begin(stepIds)).id);
    const files = await unpack((await signedFile(house, documentId))!.bytes);
    const anchor = (await demoAuthority()).anchors[0]!;
    const { output, code } = judge({ ...files, 'root.der': anchor }, 'xmlsec1', [
      '--verify',
      '--trusted-der',
      'root.der',
      '--id-attr:Id',
      'SignedProperties',
      'META-INF/signatures0.xml',
    ]);
    expect({ code, output }).toMatchObject({ code: 0 });
  });
});

/** The database as a process sees it that dies after its n-th commit: whatever it asks afterwards never comes back. */
function dyingAfter(commits: number): Transactions {
  let left = commits;
  const run = async <T>(actor: Actor, command: (tx: Tx) => Promise<T>): Promise<T> => {
    if (left-- <= 0) throw new Error('killed');
    return transactions.run(actor, command);
  };
  return { run } as unknown as Transactions;
}
