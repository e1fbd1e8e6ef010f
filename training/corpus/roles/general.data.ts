import type { Roles } from './role';

export const generalRoles: Roles = {};
