import { routeCompleted, routeStarted } from '#approval/facts';
import { documentRegistered } from '#documents/facts';
import { orderExecuted } from '#personnel/facts';
import { factsOf, pointOf, registeredDocument } from '../document-facts.ts';
import { defineIndicator } from '../indicator.ts';
import { PERSONNEL_REGISTERS } from '../rules.ts';

export const personnelElectronisation = defineIndicator({
  code: 'P1',
  name: { lv: 'Personālvadības elektronizācija', en: 'Electronic personnel management' },
  formula: {
    lv: 'Personāla iesniegumi un rīkojumi, kas sagatavoti, saskaņoti un parakstīti sistēmā / visi reģistrētie personāla dokumenti.',
    en: 'Personnel requests and orders drafted, approved and signed in the system / all registered personnel documents.',
  },
  unit: 'share',
  on: [documentRegistered.type, routeStarted.type, routeCompleted.type, orderExecuted.type],
  async measure(tx, documentId) {
    const document = await registeredDocument(tx, documentId);
    if (!document?.register || !PERSONNEL_REGISTERS.includes(document.register)) return [];
    if (document.medium !== 'electronic') return [{ ...pointOf(document), value: 'excluded', reason: document.medium }];
    const route = await factsOf(tx, documentId, [routeStarted.type, routeCompleted.type]);
    if (route.some(({ type }) => type === routeCompleted.type))
      return [{ ...pointOf(document), value: 'counted', reason: 'electronic-route' }];
    // Still on its route: it says nothing yet.
    return route.length ? [] : [{ ...pointOf(document), value: 'excluded', reason: 'no-electronic-route' }];
  },
});
