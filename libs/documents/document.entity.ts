import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

export type Direction = 'incoming' | 'outgoing' | 'internal';

/** States of documents of every kind; which ones a kind passes is its library's matter. */
export type DocumentState =
  | 'registered'
  | 'in-resolution'
  | 'in-execution'
  | 'answered'
  | 'done'
  | 'draft'
  | 'in-approval'
  | 'to-sign'
  | 'signed'
  | 'sent'
  | 'cancelled';

/** What everything registered has in common; extension tables share its id. */
@Entity()
export class Document {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: string;
  @Column('text') title: string;
  @Column('text') state: DocumentState;
  @Column('text') direction: Direction;
  @Column('text') medium: 'electronic' | 'paper' | 'hybrid';
  @Column('text', { nullable: true }) channel: string | null;
  @Column('uuid', { nullable: true }) registerId: string | null;
  @Column('text', { nullable: true }) number: string | null;
  @Column('bigint', { nullable: true }) numberSeq: number | null;
  @Column('int', { nullable: true }) numberPeriod: number | null;
  @Column('timestamptz', { nullable: true }) registeredAt: Date | null;
  @Column('date', { nullable: true }) registeredOn: string | null;
  @Column('uuid') unitId: string;
  @Column('uuid', { nullable: true }) caseId: string | null;
  @Column('timestamptz', { nullable: true }) filedAt: Date | null;
  @Column('text') access: 'open' | 'restricted';
  @Column('text', { nullable: true }) restrictionBasis: string | null;
  @Column('date', { nullable: true }) restrictedUntil: string | null;
  @Column('date', { nullable: true }) dueOn: string | null;
  @Column('text', { nullable: true }) dueRule: string | null;
  @Column('uuid', { nullable: true }) counterpartyId: string | null;
  @Column('text', { nullable: true }) counterpartyName: string | null;
  @Column('text', { nullable: true }) trackingCode: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('uuid') createdBy: string;
  @VersionColumn() version: number;
}
