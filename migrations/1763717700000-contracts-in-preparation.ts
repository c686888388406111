import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A contract is entered before it is signed: until then it has no day of signing. */
export class ContractsInPreparation1763717700000 implements MigrationInterface {
  async up(db: QueryRunner) {
    await db.query(`
      alter table contract alter column signed_on drop not null;
      comment on column contract.signed_on is 'When the last party signed; null while the contract is being prepared or waits for a signature.';`);
  }

  async down() {
    throw new Error('Migrations go forward only.');
  }
}
