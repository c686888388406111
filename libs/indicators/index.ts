export { INDICATORS } from './all.ts';
export { rebuildIndicator } from './commands/rebuild-indicator.ts';
export { IndicatorsModule } from './indicators.module.ts';
export { scoreOf, yearRule } from './years.ts';
