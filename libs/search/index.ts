export { measureWordForms, type WordForms } from './bench-word-forms.ts';
export { SearchModule } from './search.module.ts';
