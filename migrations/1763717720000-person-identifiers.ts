import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A person is known to a signing certificate by the identifier in it, not by name alone. */
export class PersonIdentifiers1763717720000 implements MigrationInterface {
  async up(db: QueryRunner) {
    await db.query(`
      alter table person add column identifier_hash bytea;
      comment on column person.identifier_hash is 'HMAC of the personal identifier (ETSI EN 319 412-1 §5.1.3); the identifier itself is kept nowhere.';
      create unique index person_identifier on person (institution_id, identifier_hash);
      alter table signing_session add column identifier_hash bytea;
      comment on column signing_session.identifier_hash is 'Of the signing certificate; becomes the person''s with the first signature.';`);
  }

  async down() {
    throw new Error('Migrations go forward only.');
  }
}
