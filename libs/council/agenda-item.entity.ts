import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Outcome } from './contract.ts';

/** A matter on the agenda of a sitting, with a draft decision or without (OParl: AgendaItem). */
@Entity()
export class AgendaItem {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') sittingId: string;
  /** Its number in the agenda; none while an off-agenda item waits for consent. */
  @Column('int', { nullable: true }) place: number | null;
  @Column('uuid', { nullable: true }) draftId: string | null;
  @Column('text') title: string;
  @Column('uuid', { nullable: true }) reporterId: string | null;
  @Column('text') reporter: string;
  @Column('boolean') isClosed: boolean;
  @Column('text', { nullable: true }) closedBasis: string | null;
  @Column('boolean') isOffAgenda: boolean;
  @Column('text', { nullable: true }) proposedBy: string | null;
  @Column('text') state: 'proposed' | 'waiting' | 'open' | 'done' | 'declined';
  @Column('text', { nullable: true }) outcome: Outcome | null;
  @Column('timestamptz', { nullable: true }) openedAt: Date | null;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
}
