import { DefaultNamingStrategy } from 'typeorm';

const snake = (name: string) => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

/** Entity `registeredOn` is column `registered_on`. */
export class SnakeCase extends DefaultNamingStrategy {
  override tableName(className: string, given?: string) {
    return given ?? snake(className);
  }
  override columnName(property: string, given: string | undefined, prefixes: string[]) {
    return snake([...prefixes, given ?? property].join('_'));
  }
  override joinColumnName(relation: string, column: string) {
    return snake(`${relation}_${column}`);
  }
}
