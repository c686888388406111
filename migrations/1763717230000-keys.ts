import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Other systems sign in with a key: a session of their own that has a name and lasts. */
export class Keys1763717230000 implements MigrationInterface {
  async up(db: QueryRunner) {
    await db.query(`
      alter table session add column name text;
      comment on column session.name is 'Set for a key by which another system signs in; it travels as a bearer token, never as a cookie.';
      alter table person add column is_system boolean not null default false;
      comment on column person.is_system is 'Another system that acts under its own name; nobody to give work to.';`);
  }

  async down() {
    throw new Error('Migrations go forward only.');
  }
}
