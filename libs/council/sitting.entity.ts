import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A sitting of a body (OParl: Meeting); it shares the id of the document that becomes its protocol. */
@Entity()
export class Sitting {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') bodyId: string;
  @Column('uuid') termId: string;
  @Column('text') kind: 'ordinary' | 'extraordinary';
  @Column('boolean') isClosed: boolean;
  @Column('text') mode: 'in-person' | 'remote' | 'hybrid';
  @Column('text') place: string;
  @Column('timestamptz') startsAt: Date;
  @Column('text', { nullable: true }) streamUrl: string | null;
  @Column('text', { nullable: true }) recordingUrl: string | null;
  @Column('text') state: 'planned' | 'convened' | 'open' | 'closed';
  @Column('timestamptz', { nullable: true }) noticePublishedAt: Date | null;
  @Column('timestamptz', { nullable: true }) openedAt: Date | null;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
  @Column('uuid', { nullable: true }) chairId: string | null;
  @Column('uuid', { nullable: true }) minuteTakerId: string | null;
  @Column('jsonb') guests: { name: string; office: string }[];
  @Column('uuid', { nullable: true }) closedProtocolId: string | null;
  @Column('timestamptz', { nullable: true }) publishedAt: Date | null;
}
