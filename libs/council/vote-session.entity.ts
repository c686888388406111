import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { VotePurpose } from './contract.ts';
import type { Verdict, VoteRule } from './count.ts';

/** One vote by name. After `closedAt` the database refuses any change; repeating it is another session that names this one. */
@Entity()
export class VoteSession {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') sittingId: string;
  @Column('uuid', { nullable: true }) itemId: string | null;
  @Column('uuid', { nullable: true }) speechId: string | null;
  @Column('text') purpose: VotePurpose;
  @Column('text') question: string;
  @Column('text') rule: VoteRule;
  @Column('int') seats: number;
  @Column('timestamptz') openedAt: Date;
  @Column('uuid') openedBy: string;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
  @Column('text', { nullable: true }) verdict: Verdict | null;
  @Column('uuid', { nullable: true }) revoteOf: string | null;
  @Column('text', { nullable: true }) revoteReason: string | null;
}
