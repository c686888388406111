import { problems, type Tx } from '#kernel';
import { unitsWhere, type Permission } from '#organisation';
import sql from 'sql-template-tag';
import type { AccessExplanation } from '../contract.ts';
import { allKinds } from '../kinds.ts';
import { visibleTo } from '../visible-to.ts';

interface Row {
  kind: string;
  access: 'open' | 'restricted';
  unitId: string;
  unitName: string;
  restrictionBasis: string | null;
  restrictedUntil: string | null;
  participation: string[];
  isVisible: boolean;
}

/**
 * "Why do I see this, why not": each condition of `visibleTo` with its outcome. For a document that is not visible it tells
 * no title and no content, only which condition is missing.
 */
export async function explainAccess(tx: Tx, documentId: string): Promise<AccessExplanation> {
  const { actor } = tx;
  const row = await tx.row<Row>(sql`
    select d.kind, d.access, d.unit_id as "unitId", u.name as "unitName", d.restriction_basis as "restrictionBasis",
           d.restricted_until as "restrictedUntil", ${visibleTo(actor)} as "isVisible",
           array(select p.reason from document_participant p where p.document_id = d.id and p.person_id = any(${[...actor.actsFor]}::uuid[])) as participation
      from document d join unit u on u.id = d.unit_id where d.id = ${documentId}`);
  if (!row) throw problems.notFound();
  const { readers } = allKinds.get(row.kind) ?? {};
  const holds = (permission: Permission) => {
    const units = unitsWhere(actor, permission);
    return units === null || units.includes(row.unitId);
  };
  return {
    isVisible: row.isVisible,
    unitName: row.unitName,
    access: row.access,
    restrictionBasis: row.restrictionBasis,
    restrictedUntil: row.restrictedUntil,
    mayReadInUnit: holds('read documents'),
    mayReadRestricted: holds('read restricted'),
    mayReadByOffice: readers !== undefined && holds(readers),
    participation: row.participation,
    substituting: actor.actsFor.length > 1,
  };
}
