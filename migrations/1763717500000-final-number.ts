import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A number once given is never replaced, whoever asks at the same moment. */
export class FinalNumber1763717500000 implements MigrationInterface {
  async up(db: QueryRunner) {
    await db.query(`
      create function number_is_final() returns trigger language plpgsql
        as $$ begin raise exception 'Document % has the number % already.', old.id, old.number using errcode = 'check_violation'; end $$;
      create trigger document_number_is_final before update of number on document
        for each row when (old.number is not null and new.number is distinct from old.number) execute function number_is_final();`);
  }

  async down() {
    throw new Error('Migrations go forward only.');
  }
}
