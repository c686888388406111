export { CouncilModule } from './council.module.ts';
