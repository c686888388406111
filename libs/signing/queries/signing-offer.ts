import type { FileStore } from '#files';
import { Problem, type Actor, type Tx } from '#kernel';
import { may } from '#organisation';
import type { Transactions } from '#platform';
import { pageCount } from '#signatures';
import sql from 'sql-template-tag';
import { providersOffered } from '../adapters/providers.ts';
import { paperToSign } from '../commands/paper-to-sign.ts';
import type { PaperView, SigningOffer } from '../contract.ts';

/** Pages are counted of files up to this size, so that the dialog opens at once. */
const MOST_TO_COUNT = 30 * 1024 * 1024;
/** In a batch the names suffice. */
const MOST_PAPERS_TO_COUNT = 5;

/** Before signing: the means that the person may use, and exactly what would be signed. */
export async function signingOffer(
  transactions: Transactions,
  store: FileStore,
  me: Actor,
  stepIds: readonly string[],
): Promise<SigningOffer> {
  const { means, papers, signer } = await transactions.run(me, async (tx) => ({
    means: (await providersOffered(tx)).filter(({ makes }) => makes === 'signature' || may(tx.actor, 'sign')),
    papers: await papersOffered(tx, stepIds),
    signer: await tx.row<{ isIdentified: boolean }>(
      sql`select identifier_hash is not null as "isIdentified" from person where id = ${me.personId}`,
    ),
  }));
  if (papers.length <= MOST_PAPERS_TO_COUNT) for (const paper of papers) await countPages(store, paper);
  return {
    means: means.map(({ name, lv, en, makes, isTest, holds }) => ({ name, lv, en, makes, isTest, holds })),
    papers,
    isIdentified: signer!.isIdentified,
  };
}

async function papersOffered(tx: Tx, stepIds: readonly string[]): Promise<PaperView[]> {
  const views: PaperView[] = [];
  for (const stepId of new Set(stepIds)) {
    try {
      views.push(await paperView(tx, stepId));
    } catch (error) {
      if (!(error instanceof Problem) || error.status === 404 || error.status === 403) throw error;
      views.push(await refusedView(tx, stepId, error));
    }
  }
  return views;
}

async function paperView(tx: Tx, stepId: string): Promise<PaperView> {
  const usual = await paperToSign(tx, stepId);
  const { documentId, title, number, forms } = usual;
  const choices = [];
  for (const form of forms) {
    const { files } = form === usual.form ? usual : await paperToSign(tx, stepId, form);
    choices.push({ form, files: files.map((file) => ({ ...file, pages: null })) });
  }
  const signed = await tx.row<{ count: number }>(
    sql`select count(*)::int from step where document_id = ${documentId} and act = 'sign' and state = 'done'
          and round = (select round from step where id = ${stepId})`,
  );
  return { stepId, documentId, title, number, choices, signatures: signed!.count, problem: null };
}

async function refusedView(tx: Tx, stepId: string, { kind, text }: Problem): Promise<PaperView> {
  const about = await tx.row<{ documentId: string; title: string; number: string | null }>(
    sql`select d.id as "documentId", d.title, d.number from step s join document d on d.id = s.document_id where s.id = ${stepId}`,
  );
  return { stepId, ...about!, choices: [], signatures: 0, problem: { kind, ...text } };
}

async function countPages(store: FileStore, { choices }: PaperView): Promise<void> {
  for (const { files } of choices)
    for (const file of files)
      if (file.mediaType === 'application/pdf' && file.size <= MOST_TO_COUNT)
        file.pages = pageCount(await store.read(file.sha256));
}
