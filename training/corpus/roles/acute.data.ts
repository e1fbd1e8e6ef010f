import type { Roles } from './role';

export const acuteRoles: Roles = {};
