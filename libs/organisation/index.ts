export { issueKey, revokeKey } from './commands/issue-key.ts';
export { openSession, signIn } from './commands/sign-in.ts';
export { setSubstitution } from './commands/set-substitution.ts';
export { loadActor } from './load-actor.ts';
export { actsAs, assertMay, may, unitsWhere } from './may.ts';
export { OrganisationModule } from './organisation.module.ts';
export { hashPassword, passwordMatches } from './password.ts';
export { PERMISSIONS, ROLES, type Permission, type RoleName } from './roles.ts';
export { COOKIE, csrfTokenOf, Me } from './session.guard.ts';
