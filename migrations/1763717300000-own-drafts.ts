import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A person's own drafts are found without reading the register. */
export class OwnDrafts1763717300000 implements MigrationInterface {
  async up(db: QueryRunner) {
    await db.query(`create index document_drafts on document (created_by) where registered_at is null;`);
  }

  async down() {
    throw new Error('Migrations go forward only.');
  }
}
