import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StepAct } from '#documents';

/** One person's place on a document's route; steps of the same place wait together. */
@Entity()
export class Step {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') documentId: string;
  /** Which run of the route: a returned document starts the next. */
  @Column('int') round: number;
  @Column('int') place: number;
  @Column('text') act: StepAct;
  @Column('uuid') personId: string;
  @Column('text') state: 'waiting' | 'open' | 'done' | 'refused' | 'stale' | 'cancelled';
  @Column('timestamptz', { nullable: true }) openedAt: Date | null;
  @Column('date', { nullable: true }) dueOn: string | null;
  @Column('timestamptz', { nullable: true }) doneAt: Date | null;
  @Column('uuid', { nullable: true }) doneBy: string | null;
  @Column('text', { nullable: true }) opinion: string | null;
  /** The exact file that the person saw when deciding. */
  @Column('text', { nullable: true }) seenSha256: string | null;
}
