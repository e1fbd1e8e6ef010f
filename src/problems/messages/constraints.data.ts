import type { Message } from '../catalogue';

export const constraintMessages = {
} as const satisfies Record<string, Message>;
