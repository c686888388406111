import { Column, Entity, PrimaryColumn } from 'typeorm';

export type TaskKind = 'resolve' | 'execute' | 'answer' | 'acquaint' | 'control';

/** Something a person has to do about a document. */
@Entity()
export class Task {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') documentId: string;
  @Column('text') kind: TaskKind;
  @Column('uuid') personId: string;
  @Column('boolean') isLead: boolean;
  @Column('text') text: string;
  @Column('date', { nullable: true }) dueOn: string | null;
  @Column('uuid') givenBy: string;
  @Column('timestamptz') givenAt: Date;
  @Column('uuid', { nullable: true }) resolutionId: string | null;
  @Column('text') state: 'open' | 'done' | 'cancelled';
  @Column('timestamptz', { nullable: true }) doneAt: Date | null;
  @Column('text', { nullable: true }) report: string | null;
}
