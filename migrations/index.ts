import type { MigrationInterface } from 'typeorm';
import { Organisation1763715600000 } from './1763715600000-organisation.ts';
import { Journal1763715700000 } from './1763715700000-journal.ts';
import { Documents1763715800000 } from './1763715800000-documents.ts';
import { Correspondence1763715900000 } from './1763715900000-correspondence.ts';
import { Council1763716100000 } from './1763716100000-council.ts';
import { Personnel1763716200000 } from './1763716200000-personnel.ts';
import { Invoices1763716300000 } from './1763716300000-invoices.ts';
import { Search1763716400000 } from './1763716400000-search.ts';
import { Indicators1763716500000 } from './1763716500000-indicators.ts';
import { Archive1763716600000 } from './1763716600000-archive.ts';
import { Notifications1763716700000 } from './1763716700000-notifications.ts';
import { Portal1763716800000 } from './1763716800000-portal.ts';
import { Audit1763716850000 } from './1763716850000-audit.ts';
import { SignedIn1763716900000 } from './1763716900000-signed-in.ts';
import { SigningSessions1763717000000 } from './1763717000000-signing-sessions.ts';
import { Trust1763717100000 } from './1763717100000-trust.ts';
import { InvoiceWork1763717200000 } from './1763717200000-invoice-work.ts';
import { Contracts1763717210000 } from './1763717210000-contracts.ts';
import { Payments1763717220000 } from './1763717220000-payments.ts';
import { Keys1763717230000 } from './1763717230000-keys.ts';
import { OwnDrafts1763717300000 } from './1763717300000-own-drafts.ts';
import { Accounts1763717310000 } from './1763717310000-accounts.ts';
import { NotificationChoices1763717320000 } from './1763717320000-notification-choices.ts';
import { HeadStamps1763717400000 } from './1763717400000-head-stamps.ts';
import { UnitDates1763717500000 } from './1763717500000-unit-dates.ts';
import { ContractsInPreparation1763717700000 } from './1763717700000-contracts-in-preparation.ts';
import { ContractParties1763717710000 } from './1763717710000-contract-parties.ts';
import { PersonIdentifiers1763717720000 } from './1763717720000-person-identifiers.ts';
import { DueByLaw1763717730000 } from './1763717730000-due-by-law.ts';
import { SamePayments1763717600000 } from './1763717600000-same-payments.ts';

/** Every migration, oldest first; a merged one is never edited. */
export const migrations: (new () => MigrationInterface)[] = [
  Organisation1763715600000,
  Journal1763715700000,
  Documents1763715800000,
  Correspondence1763715900000,
  Council1763716100000,
  Personnel1763716200000,
  Invoices1763716300000,
  Search1763716400000,
  Indicators1763716500000,
  Archive1763716600000,
  Notifications1763716700000,
  Portal1763716800000,
  Audit1763716850000,
  SignedIn1763716900000,
  SigningSessions1763717000000,
  Trust1763717100000,
  InvoiceWork1763717200000,
  Contracts1763717210000,
  Payments1763717220000,
  Keys1763717230000,
  OwnDrafts1763717300000,
  Accounts1763717310000,
  NotificationChoices1763717320000,
  HeadStamps1763717400000,
  UnitDates1763717500000,
  SamePayments1763717600000,
  ContractsInPreparation1763717700000,
  ContractParties1763717710000,
  PersonIdentifiers1763717720000,
  DueByLaw1763717730000,
];
