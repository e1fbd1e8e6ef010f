import type { Roles } from './role';

export const evidenceRoles: Roles = {};
