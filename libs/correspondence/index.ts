export { CorrespondenceModule } from './correspondence.module.ts';
