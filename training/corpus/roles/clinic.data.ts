import type { Roles } from './role';

export const clinicRoles: Roles = {};
