export { SigningModule } from './signing.module.ts';
