import { routeCompleted, stepCompleted } from '#approval/facts';
import { letterResolved, letterSent } from '#correspondence/facts';
import { documentRegistered } from '#documents/facts';
import { factsOf, pointOf, registeredDocument, type Measured } from '../document-facts.ts';
import { defineIndicator, type Point } from '../indicator.ts';
import { CIRCULATION, ELECTRONIC_CHANNELS } from '../rules.ts';

export const documentCirculation = defineIndicator({
  code: 'P2',
  name: { lv: 'Dokumentu aprites process', en: 'Circulation of documents' },
  formula: {
    lv: 'Elektroniski veikto darbu īpatsvars katram dokumentu veidam (rīkojumi, iesniegumi, izejošie, saimnieciskie, līgumi, domes materiāli) un posmam (sagatavošana, saskaņošana, parakstīšana, nosūtīšana); rādītājs ir šo īpatsvaru vidējais.',
    en: 'Share of what is done electronically for each type of document (orders, submissions, outgoing, household, contracts, council papers) and stage (drafting, approval, signing, sending); the mean of these shares.',
  },
  unit: 'share',
  isMeanOfAspects: true,
  on: [documentRegistered.type, stepCompleted.type, routeCompleted.type, letterResolved.type, letterSent.type],
  async measure(tx, documentId) {
    const document = await registeredDocument(tx, documentId);
    const type = document?.register && CIRCULATION[document.register];
    if (!document || !type) return [];
    const facts = await factsOf(tx, documentId, [stepCompleted.type, letterResolved.type, letterSent.type]);
    const acts = facts.filter((fact) => fact.type === stepCompleted.type).map(({ data }) => String(data['act']));
    const isResolved = facts.some((fact) => fact.type === letterResolved.type);
    const sent = facts.findLast((fact) => fact.type === letterSent.type);
    const stages = {
      draft: document.direction === 'incoming' ? undefined : document.medium === 'electronic',
      approve: acts.some((act) => act === 'review' || act === 'approve') || isResolved || onPaper(document),
      sign: acts.includes('sign') || (document.direction === 'incoming' ? undefined : onPaper(document)),
      send: sent && ELECTRONIC_CHANNELS.includes(String(sent.data['channel'])),
    };
    return Object.entries(stages).flatMap(([stage, isElectronic]): Point[] =>
      isElectronic === undefined
        ? []
        : [{ ...pointOf(document), aspect: `${type}/${stage}`, ...verdict(isElectronic, stage, document) }],
    );
  },
});

/** A paper document went its way on paper (false); of an electronic one nothing is known until it happens (undefined). */
const onPaper = ({ medium }: Measured): false | undefined => (medium === 'electronic' ? undefined : false);

const verdict = (isElectronic: boolean, stage: string, { medium }: Measured): Pick<Point, 'value' | 'reason'> => {
  if (isElectronic) return { value: 'counted', reason: 'electronic' };
  return { value: 'excluded', reason: stage === 'send' ? 'sent-on-paper' : medium };
};
