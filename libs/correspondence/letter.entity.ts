import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a letter has besides being a document; it shares the document's id. */
@Entity()
export class Letter {
  @PrimaryColumn('uuid') id: string;
  @Column('text') correspondent: string;
  @Column('text') correspondentAddress: string;
  @Column('text', { nullable: true }) senderNumber: string | null;
  @Column('date', { nullable: true }) senderDate: string | null;
  @Column('date', { nullable: true }) receivedOn: string | null;
  @Column('text') body: string;
  @Column('text') salutation: string;
  @Column('boolean') needsAnswer: boolean;
  @Column('uuid', { nullable: true }) answersId: string | null;
  @Column('timestamptz', { nullable: true }) sentAt: Date | null;
}
