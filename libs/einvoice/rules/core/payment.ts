import { normalise } from '../../xml/find.ts';
import type { Place } from '../place.ts';
import { type Rule, rule } from '../rule.ts';
import { filled, has } from '../tests.ts';

/** BG-16 to BG-18: how the invoice is paid. */
export const paymentRules: Rule[] = [
  rule(
    'BR-49',
    'paymentMeans',
    has('BT-81'),
    'Nav norādīts maksāšanas veida kods (BT-81).',
    'The payment means code (BT-81) is missing.',
  ),
  rule(
    'BR-50',
    'creditTransfer',
    filled('BT-84'),
    'Pārskaitījumam nav norādīts konts (BT-84).',
    'The credit transfer has no account (BT-84).',
  ),
  rule(
    'BR-61',
    { UBL: 'paymentMeans', CII: 'creditTransfer' },
    { UBL: accountForTransfer, CII: has('BT-84') },
    'Maksāšanas veids ir pārskaitījums (30 vai 58), bet konta (BT-84) nav.',
    'The payment means is a credit transfer (30 or 58), but there is no account (BT-84).',
  ),
  rule(
    'BR-51',
    'card',
    (place) => normalise(place.text('BT-87')).length <= 10,
    'Kartes numuram (BT-87) jābūt saīsinātam līdz 10 zīmēm.',
    'The card number (BT-87) must be shortened to 10 characters.',
    { UBL: 'warning', CII: 'fatal' },
  ),
];

function accountForTransfer(place: Place): boolean {
  const code = normalise(place.text('BT-81'));
  return (code !== '30' && code !== '58') || place.has('BT-84');
}
