import { Problem, type Actor, type Tx } from '#kernel';
import { assertMay } from '#organisation';
import { config, type Transactions } from '#platform';
import sql from 'sql-template-tag';
import { demoProvider } from '../adapters/demo-authority.ts';
import { providersOffered } from '../adapters/providers.ts';
import { signingServices } from '../adapters/services.ts';
import { ANYBODY, type SignatureProvider } from '../adapters/signature-provider.ts';
import type { KeptMeans, KeptMeansView } from '../means-contract.ts';
import { institutionCode, signingSettings } from '../settings.ts';
import { certificateView } from '../trust/certificates.ts';

/** The institution's means of signing with the state of each key. The keys are asked outside the transaction: a module may be slow. */
export async function keptMeans(transactions: Transactions, me: Actor): Promise<KeptMeans> {
  const { used, people, ...settings } = await transactions.run(me, async (tx) => {
    assertMay(tx, 'administer');
    return { ...(await settingsOf(tx)), used: await lastUses(tx), people: await peopleIdentified(tx) };
  });
  const means = await Promise.all(settings.providers.map((provider) => meansView(provider, used.get(provider.name))));
  return { means, level: settings.level, timestampUrl: settings.timestampUrl, people, fault: settings.fault };
}

/** Settings with a fault in them name no means; the fault says where it is. */
async function settingsOf(tx: Tx) {
  try {
    const { timestampUrl = null } = await signingSettings(await institutionCode(tx));
    const { level } = await signingServices(tx);
    return { providers: await providersOffered(tx), level, timestampUrl, fault: null };
  } catch (error) {
    const providers = config().DEMO === '1' ? [demoProvider] : [];
    return { providers, level: 'B' as const, timestampUrl: null, fault: (error as Error).message };
  }
}

async function peopleIdentified(tx: Tx): Promise<KeptMeans['people']> {
  const counted = await tx.row<KeptMeans['people']>(sql`
    select count(p.identifier_hash)::int as identified, count(*)::int as "all" from person p join account a on a.person_id = p.id
     where not p.is_system and (p.active_until is null or p.active_until >= ${tx.today}::date)`);
  return counted!;
}

async function lastUses(tx: Tx): Promise<Map<string, Date>> {
  const rows = await tx.rows<{ provider: string; at: Date }>(
    sql`select provider, max(created_at) as at from signing_session where state = 'completed' group by provider`,
  );
  return new Map(rows.map(({ provider, at }) => [provider, at]));
}

async function meansView(provider: SignatureProvider, lastUsed: Date | undefined): Promise<KeptMeansView> {
  const { name, lv, en, makes, isTest, holds } = provider;
  const common = { name, lv, en, makes, isTest, holds, lastUsedAt: lastUsed?.toISOString() ?? null };
  const view = { ...common, certificate: null, problem: null, canBeTried: holds !== 'device' };
  if (provider.holds !== 'house' || isTest) return view;
  try {
    const { certificate } = await provider.certificateOf(ANYBODY);
    return { ...view, certificate: certificateView(certificate) };
  } catch (error) {
    return { ...view, problem: troubleOf(error) };
  }
}

/** A refusal as an administrator reads it. @throws what is no refusal */
export function troubleOf(error: unknown): NonNullable<KeptMeansView['problem']> {
  if (!(error instanceof Problem)) throw error;
  const { detail } = error.extra;
  return { kind: error.kind, ...error.text, detail: typeof detail === 'string' ? detail : null };
}
