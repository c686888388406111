import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { forApplicant, type PublicStep } from './path-for-applicant.ts';

export interface Institution {
  name: string;
  registrationNumber: string;
  address: string;
  phone: string;
  email: string;
  eAddress: string;
}

export interface Application {
  number: string | null;
  registeredOn: string;
  dueOn: string | null;
  state: string;
  institution: string;
  unit: string;
  path: PublicStep[];
}

export interface Decision {
  number: string | null;
  title: string;
  adoptedOn: string;
  publishedAt: Date;
  institution: string;
}

/** Every answer takes at least this long, so that its time does not tell a right code from a wrong one. */
const FLOOR_MS = 150;

/** All that the portal reads: four functions of the database; its role can do nothing else. */
@Injectable()
export class PublicData {
  constructor(private readonly dataSource: DataSource) {}

  institutions(): Promise<Institution[]> {
    return this.dataSource.query(
      `select name, registration_number as "registrationNumber", address, phone, email, e_address as "eAddress" from portal_institutions()`,
    );
  }

  decisions(): Promise<Decision[]> {
    return this.dataSource.query(
      `select number, title, adopted_on as "adoptedOn", published_at as "publishedAt", institution from portal_decisions(200)`,
    );
  }

  /** The application behind a code and its path, or nothing. Both questions are asked whatever the first answers. */
  async application(code: string): Promise<Application | undefined> {
    const floor = new Promise((wake) => setTimeout(wake, FLOOR_MS));
    const [heads, path] = await Promise.all([
      this.dataSource.query<Omit<Application, 'path'>[]>(
        `select number, registered_on as "registeredOn", due_on as "dueOn", state, institution, unit from portal_application($1)`,
        [code],
      ),
      this.dataSource.query<Application['path']>(
        `select type, at, is_reply as "isReply" from portal_path($1) order by place`,
        [code],
      ),
    ]);
    await floor;
    return heads[0] && { ...heads[0], path: forApplicant(path) };
  }
}
