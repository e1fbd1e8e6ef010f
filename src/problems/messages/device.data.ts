import type { Message } from '../catalogue';

export const deviceMessages = {
} as const satisfies Record<string, Message>;
