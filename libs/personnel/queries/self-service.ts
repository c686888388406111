import type { Tx } from '#kernel';
import type { SelfService } from '../contract.ts';
import { myAcquaintances } from './acquaintances.ts';
import { myBalances } from './balances.ts';
import { myLeaveRequests } from './leave-rows.ts';
import { myTrainings } from './trainings.ts';

/** Everything the personnel room has for the reader as an employee. */
export async function selfService(tx: Tx): Promise<SelfService> {
  return {
    balances: await myBalances(tx),
    requests: await myLeaveRequests(tx),
    acquaintances: await myAcquaintances(tx),
    trainings: await myTrainings(tx),
  };
}
