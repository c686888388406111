import { Problem, type Tx } from '#kernel';
import {
  closeVote,
  createBody,
  createDraft,
  createTerm,
  enterBallots,
  giveSeat,
  openItem,
  openSitting,
  openVote,
  placeItem,
  planSitting,
  publishNotice,
  recordPresence,
  sittingView,
} from '#council';
import { openHouse } from '../../../test/support/house.ts';

/** User names of the fifteen councillors; the first is the chair of the council. */
export const COUNCILLORS = ['priekssedetaja', ...Array.from({ length: 14 }, (_, index) => `deputats${index + 2}`)];

export const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

/** The kind of refusal, or 'done'. */
export const kindOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Problem ? error.kind : `unexpected: ${String(error)}`),
  );

export type Hall = Awaited<ReturnType<typeof openHall>>;

/** A house with a council of fifteen and a committee of five, and the short words in which tests speak of sittings. */
export async function openHall() {
  const house = await openHouse();
  const secretary = <T>(command: (tx: Tx) => Promise<T>) => house.as('sekretare', command);
  const hall = await secretary(async (tx) => {
    const term = { startDate: '2025-06-19' };
    const termId = await createTerm(tx, { ...term, name: '2025.–2029. gada sasaukums' });
    const unitId = house.unit('DOME');
    const dome = { code: 'DOME', kind: 'council' as const, name: 'Dome', nameGenitive: 'Domes', unitId, seats: 15 };
    const committee = {
      code: 'FIN',
      kind: 'committee' as const,
      name: 'Finanšu komiteja',
      nameGenitive: 'Finanšu komitejas',
    };
    const council = await createBody(tx, dome);
    const finance = await createBody(tx, { ...committee, unitId, seats: 5 });
    for (const [index, name] of COUNCILLORS.entries()) {
      const seat = { ...term, termId, personId: house.person(name) };
      await giveSeat(tx, { ...seat, bodyId: council, role: index ? 'member' : 'chair' });
      if (index < 5) await giveSeat(tx, { ...seat, bodyId: finance, role: index === 1 ? 'chair' : 'member' });
    }
    return { council, finance };
  });
  const view = (id: string, as = 'sekretare') => house.as(as, (tx) => sittingView(tx, id));

  const full = (title: string) => ({
    title,
    reporterId: house.person('vaditaja'),
    committeeIds: [hall.finance],
    summary: 'Īss izklāsts.',
    legalBasis: 'Pašvaldību likuma 10. pantu',
    funding: 'nav',
    executorId: house.person('vaditaja'),
    dueOn: '2026-12-31',
    controllerId: house.person('direktors'),
    points: ['Apstiprināt.'],
  });
  const draft = (title: string) => house.as('vaditaja', (tx) => createDraft(tx, full(title)));
  const planned = (bodyId = hall.council, startsAt = inDays(30)) =>
    secretary((tx) => planSitting(tx, { bodyId, startsAt, place: 'Sēžu zāle' }));

  /** A convened sitting with these items (titles), and `present` first councillors registered. */
  async function convened(
    titles: string[],
    { bodyId = hall.council, presentCount = 13 } = {},
  ): Promise<{ id: string; items: string[] }> {
    const id = await planned(bodyId);
    const items: string[] = [];
    for (const title of titles) {
      const draftId = await draft(title);
      items.push(await secretary((tx) => placeItem(tx, id, { draftId })));
    }
    await secretary((tx) => publishNotice(tx, id));
    for (const name of COUNCILLORS.slice(0, bodyId === hall.council ? presentCount : Math.min(presentCount, 5))) {
      await secretary((tx) => recordPresence(tx, id, { personId: house.person(name), status: 'in-person' }));
    }
    return { id, items };
  }
  const opening = () => ({ chairId: house.person('priekssedetaja'), minuteTakerId: house.person('sekretare') });
  async function opened(titles: string[], options?: Parameters<typeof convened>[1]) {
    const sitting = await convened(titles, options);
    await secretary((tx) => openSitting(tx, sitting.id, opening()));
    if (sitting.items[0]) await secretary((tx) => openItem(tx, sitting.id, sitting.items[0]!));
    return sitting;
  }
  /** Opens a vote, enters these options for the first councillors present, closes it. */
  async function vote(id: string, input: Parameters<typeof openVote>[2], par: number, pret = 0, atturas = 0) {
    const voteId = await secretary((tx) => openVote(tx, id, input));
    const options = [
      ...Array<'PAR'>(par).fill('PAR'),
      ...Array<'PRET'>(pret).fill('PRET'),
      ...Array<'ATTURAS'>(atturas).fill('ATTURAS'),
    ];
    const entries = options.map((option, index) => ({ personId: house.person(COUNCILLORS[index]!), option }));
    if (entries.length) await secretary((tx) => enterBallots(tx, voteId, { entries }));
    return { voteId, ...(await secretary((tx) => closeVote(tx, voteId))) };
  }

  return { ...hall, house, secretary, view, full, draft, planned, convened, opening, opened, vote };
}
