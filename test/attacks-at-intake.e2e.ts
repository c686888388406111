import { readFileSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { SignatureReportView } from '#signing/contract';
import { attacks, hasSamples, samples } from './support/attacks.ts';
import { openHouse, type House } from './support/house.ts';
import { signIn, type Person } from './support/person.ts';

let house: House;
let clerk: Person;

(hasSamples ? describe : describe.skip)('attacks dropped at intake (skipped where the sample folder is absent)', () => {
  beforeAll(async () => {
    house = await openHouse();
    await mkdir(join(house.folder, 'keys'), { recursive: true });
    await cp(`${samples}signatures/trust`, join(house.folder, 'keys/trust'), { recursive: true });
    clerk = await signIn(house, 'lietvede');
  }, 120_000);
  afterAll(() => house?.close());

  test.each(attacks)('$file: $expected', async ({ file: name, path, verdicts }) => {
    const content = readFileSync(path);
    const { body: dropped } = await clerk.drop('/api/intake', [{ name, content }]).expect(201);
    await house.settle();
    const reports: SignatureReportView[] = (await clerk.get(`/api/intake/${dropped.id}/signatures`).expect(200)).body;
    expect(reports).toHaveLength(1);
    const [report] = reports as [SignatureReportView];
    expect({ name, verdict: report.verdict }).toEqual({
      name,
      verdict: expect.stringMatching(`^(?:${verdicts.join('|')})$`),
    });
    const isAccepted = report.verdict === 'accept';
    const outcome = report.points.find(({ key }) => key === 'outcome')!;
    expect(outcome.state).toBe(isAccepted || report.verdict === 'indeterminate' ? 'look' : 'no');
    // Whoever is refused reads why and what to do.
    const why = [...report.container.errors, ...report.signatures.flatMap(({ errors }) => errors)];
    expect(why.length > 0).toBe(!isAccepted);
    expect(report.advice.length > 0).toBe(!isAccepted);
    const { body: paper, headers } = await clerk
      .get(`/api/intake/${dropped.id}/signatures/${report.id}/paper`)
      .buffer(true)
      .expect(200);
    expect([headers['content-type'], paper.subarray(0, 5).toString()]).toEqual(['application/pdf', '%PDF-']);
    const { body: original } = await clerk.get(`/api/intake/${dropped.id}/raw`).buffer(true).expect(200);
    expect(Buffer.compare(original, content)).toBe(0);
  });

  test('what is not accepted can be found, at intake and among the documents', async () => {
    const all = (await clerk.get('/api/intake').expect(200)).body.rows as { id: string; signature: string | null }[];
    const found = (await clerk.get('/api/intake?signature=not-accepted').expect(200)).body.rows as typeof all;
    expect(found.map(({ id }) => id)).toEqual(
      all.filter(({ signature }) => signature === 'reject' || signature === 'indeterminate').map(({ id }) => id),
    );
    expect([found.length > 20, all.length > found.length]).toEqual([true, true]);
    const register = async (itemId: string) => {
      const letter = {
        kind: 'letter',
        title: 'Par parakstu',
        sender: { name: 'SIA “Testa puse”', kind: 'organisation' },
        receivedOn: '2026-11-13',
        channel: 'upload',
        caseIndex: '1-9',
        unitId: house.unit('ATT'),
        acceptDuplicates: true,
      };
      return (await clerk.post('/api/letters', { itemId, ...letter }).expect(201)).body.id as string;
    };
    const bad = await register(all.find(({ signature }) => signature === 'reject')!.id);
    const good = await register(all.find(({ signature }) => signature === 'accept')!.id);
    await house.settle();
    const ids = async (wish: string) =>
      (await clerk.get(`/api/documents?signature=${wish}`).expect(200)).body.rows.map(({ id }: { id: string }) => id);
    expect([await ids('not-accepted'), await ids('accepted')]).toEqual([[bad], [good]]);
    await clerk.get('/api/documents?signature=cits').expect(422);
  });

  test('no job failed, and the house works on', async () => {
    const { EVENTS } = await import('../libs/platform/relay/relay.ts');
    const { getQueueToken } = await import('@nestjs/bullmq');
    expect(await house.api.get(getQueueToken(EVENTS)).getFailedCount()).toBe(0);
    await clerk.get('/api/intake').expect(200);
  });
});
