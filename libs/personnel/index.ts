export { PersonnelModule } from './personnel.module.ts';
