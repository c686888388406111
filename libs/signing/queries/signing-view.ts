import { knownProblems, problems as common, type Tx } from '#kernel';
import sql from 'sql-template-tag';
import { providersOffered } from '../adapters/providers.ts';
import { itemsOf, sessionsOf, type Item, type Session } from '../commands/session.ts';
import type { SigningItemView, SigningView } from '../contract.ts';

/** How one of the acting person's sessions stands. @throws Problem not-found (404) */
export async function signingView(tx: Tx, id: string): Promise<SigningView> {
  const [session] = await sessionsOf(tx, sql`id = ${id}`);
  if (!session) throw common.notFound();
  return viewOf(tx, session);
}

/** The acting person's sessions that have not ended. */
export async function openSignings(tx: Tx): Promise<SigningView[]> {
  const views: SigningView[] = [];
  const open = await sessionsOf(tx, sql`state in ('identifying', 'prepared', 'signing', 'finishing')`);
  for (const session of open) views.push(await viewOf(tx, session));
  return views;
}

async function viewOf(tx: Tx, session: Session): Promise<SigningView> {
  const items = await itemsOf(tx, session.id);
  const named = await tx.rows<{ id: string; title: string; number: string | null }>(
    sql`select id, title, number from document where id = any(${items.map(({ documentId }) => documentId)}::uuid[])`,
  );
  const provider = (await providersOffered(tx)).find(({ name }) => name === session.provider);
  const { remote, state } = session;
  return {
    id: session.id,
    provider: session.provider,
    state,
    waitsFor: waitsFor(session, provider?.holds),
    cause: problemText(session.reason),
    url: state === 'identifying' || state === 'prepared' ? (remote?.departure?.url ?? null) : null,
    questions: [...(remote?.credential?.consent === 'answers' ? remote.credential.questions : [])],
    certificateSubject: session.certificateSubject,
    isTest: provider?.isTest ?? false,
    createdAt: session.createdAt.toISOString(),
    expiresAt: session.expiresAt.toISOString(),
    items: items.map((item) =>
      itemView(
        item,
        named.find(({ id }) => id === item.documentId)!,
      ),
    ),
  };
}

function waitsFor(
  { state, remote }: Session,
  holds: 'house' | 'device' | 'service' | undefined,
): SigningView['waitsFor'] {
  if (state === 'identifying') return 'service';
  if (state === 'signing' || state === 'finishing') return 'system';
  if (state !== 'prepared') return null;
  if (holds === 'device') return 'device';
  const consent = remote?.credential?.consent;
  return consent === 'pages' ? 'service' : consent === 'answers' ? 'answers' : 'confirmation';
}

const itemView = (
  { stepId, documentId, form, prepared, state, reason }: Item,
  { title, number }: { title: string; number: string | null },
): SigningItemView => ({
  stepId,
  documentId,
  title,
  number,
  form,
  digest: prepared?.digest ?? null,
  digestAlgorithm: prepared?.algorithm.digest ?? null,
  signatureAlgorithm: prepared?.algorithm.scheme ?? null,
  state,
  problem: problemText(reason),
});

const problemText = (kind: string | null) => {
  const known = kind && knownProblems.get(kind);
  return known ? { kind, lv: known.lv, en: known.en } : null;
};
