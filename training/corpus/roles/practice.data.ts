import type { Roles } from './role';

export const practiceRoles: Roles = {};
