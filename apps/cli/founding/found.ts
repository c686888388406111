import 'reflect-metadata';
import { v7 } from '#kernel';
import { newInvitation } from '#organisation';
import type pg from 'pg';
import { PlainError } from '../arguments.ts';
import { foundInstitution, insert } from './found-institution.ts';
import { CENTRAL_UNITS } from './units.ts';

interface Wish {
  readonly name: string;
  readonly nameGenitive: string;
  readonly placeLocative: string;
  readonly registrationNumber: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  readonly administrator: string;
  readonly username: string;
  readonly publicUrl: string;
}

/** A new institution with its first administrator, whole or not at all; who chooses a password by the link can do the rest. */
export async function found(owner: pg.ClientBase, wish: Wish): Promise<{ id: string; link: string; until: string }> {
  const id = v7();
  const { link, hash, until } = newInvitation(new Date(), wish.publicUrl);
  await owner.query('begin');
  try {
    const units = await foundInstitution(
      owner,
      {
        id,
        code: wish.registrationNumber,
        name: wish.name,
        name_genitive: wish.nameGenitive,
        place_locative: wish.placeLocative,
        registration_number: wish.registrationNumber,
        address: wish.address,
        phone: wish.phone,
        email: wish.email,
        e_address: `_DEFAULT@${wish.registrationNumber}`,
      },
      CENTRAL_UNITS,
    );
    const personId = v7();
    const [givenName = '', ...familyName] = wish.administrator.trim().split(/\s+/);
    await insert(owner, 'person', [
      {
        id: personId,
        unit_id: units.get('IT'),
        given_name: givenName,
        family_name: familyName.join(' '),
        job_title: 'sistēmas administrators',
      },
    ]);
    await owner.query(
      `insert into account (person_id, username, invitation_hash, invitation_until) values ($1, $2, $3, $4)`,
      [personId, wish.username, hash, until],
    );
    await insert(owner, 'role_assignment', [{ id: v7(), person_id: personId, role: 'administrator' }]);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw plainly(error, wish);
  }
  return { id, link, until: until.toISOString() };
}

function plainly(error: unknown, { registrationNumber, username }: Wish): unknown {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code !== '23505') return error;
  if (constraint === 'account_username')
    return new PlainError(`The user name "${username}" is taken; choose another with --username.`);
  return new PlainError(`An institution with the registration number ${registrationNumber} is here already.`);
}
