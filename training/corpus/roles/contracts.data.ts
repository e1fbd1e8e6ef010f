import type { Roles } from './role';

export const contractsRoles: Roles = {};
