import { defineKind, type Document, type Paper } from '#documents';
import type { Tx } from '#kernel';
import sql from 'sql-template-tag';
import { DECISION_TEMPLATE } from './protocol/decision-template.ts';
import { PROTOCOL_TEMPLATE } from './protocol/protocol-template.ts';
import { protocolRecord } from './protocol/record.ts';
import { decisionData } from './protocol/write-decision.ts';
import { writeProtocol } from './protocol/write-protocol.ts';

const composeProtocol = async (tx: Tx, document: Document): Promise<Paper> => ({
  template: PROTOCOL_TEMPLATE,
  data: writeProtocol(await protocolRecord(tx, document.id)),
  fileName: `Protokols ${document.number ?? ''}.pdf`.replace(' .', '.'),
});

const internal = { group: 'fact', direction: 'internal', route: ['sign'] } as const;

/** A draft decision on its way through committees to the council, numbered in the register of drafts. */
export const councilDraft = defineKind({
  name: 'council-draft',
  lv: 'Domes lēmuma projekts',
  en: 'Draft council decision',
  group: 'order',
  direction: 'internal',
  register: 'LP',
  caseIndex: '1-2',
  route: ['review', 'approve'],
});

/** The sitting of the council is this document: it begins when the sitting is planned and ends as the signed protocol. */
export const councilProtocol = defineKind({
  ...internal,
  name: 'council-protocol',
  lv: 'Domes sēdes protokols',
  en: 'Protocol of a council sitting',
  register: 'DP',
  caseIndex: '1-2',
  compose: composeProtocol,
});

export const committeeProtocol = defineKind({
  ...internal,
  name: 'committee-protocol',
  lv: 'Komitejas sēdes protokols',
  en: 'Protocol of a committee sitting',
  register: 'KP',
  caseIndex: '1-4',
  compose: composeProtocol,
});

/** The protocol of the closed part: a paper of its own with restricted access, under the number of the protocol with `-1`. */
export const closedProtocol = defineKind({
  ...internal,
  name: 'closed-protocol',
  lv: 'Sēdes slēgtās daļas protokols',
  en: 'Protocol of the closed part',
  register: 'DP',
  caseIndex: '1-2',
  access: 'restricted',
  compose: async (tx, document) => {
    const sitting = await tx.row<{ id: string }>(sql`select id from sitting where closed_protocol_id = ${document.id}`);
    const data = writeProtocol(await protocolRecord(tx, sitting!.id, 'closed'));
    return { template: PROTOCOL_TEMPLATE, data, fileName: `Protokols ${document.number} (slēgtā daļa).pdf` };
  },
});

export const councilDecision = defineKind({
  name: 'council-decision',
  lv: 'Domes lēmums',
  en: 'Council decision',
  group: 'order',
  direction: 'internal',
  register: 'DL',
  caseIndex: '1-2',
  route: ['sign'],
  compose: async (tx, document) => ({
    template: DECISION_TEMPLATE,
    data: await decisionData(tx, document),
    fileName: `Lēmums ${document.number}.pdf`,
  }),
});
